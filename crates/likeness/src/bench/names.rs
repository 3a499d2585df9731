//! Common names of five origins, each as it is written at home and in spellings that passports, agencies and newspapers give
//! it. Typed by hand for this measurement; no list of anybody's was taken. Put together by chance, they are nobody's.

/// A name: as it is written at home, and in Latin letters in several ways.
pub(super) struct Entry {
    pub(super) own: &'static str,
    pub(super) latin: &'static [&'static str],
}

pub(super) const fn n(own: &'static str, latin: &'static [&'static str]) -> Entry {
    Entry { own, latin }
}

/// The names of five origins. Chinese: character, pinyin, Wade–Giles; Cyrillic goes through [`super::cyrillic`].
pub(super) struct Lists {
    pub(super) arabic_given: &'static [Entry],
    pub(super) arabic_family: &'static [Entry],
    pub(super) persian_given: &'static [Entry],
    pub(super) persian_family: &'static [Entry],
    pub(super) cyrillic_given: &'static [&'static str],
    pub(super) cyrillic_father: &'static [&'static str],
    pub(super) cyrillic_family: &'static [&'static str],
    pub(super) chinese_family: &'static [Syllable],
    pub(super) chinese_given: &'static [Syllable],
    pub(super) spanish_given: &'static [Entry],
    pub(super) spanish_family: &'static [Entry],
}

/// A character, in pinyin, in Wade–Giles.
pub(super) type Syllable = (&'static str, &'static str, &'static str);

/// The names with which the rules of sound were mended.
pub(super) const SEEN: Lists = Lists {
    arabic_given: ARABIC_GIVEN,
    arabic_family: ARABIC_FAMILY,
    persian_given: PERSIAN_GIVEN,
    persian_family: PERSIAN_FAMILY,
    cyrillic_given: CYRILLIC_GIVEN,
    cyrillic_father: CYRILLIC_FATHER,
    cyrillic_family: CYRILLIC_FAMILY,
    chinese_family: CHINESE_FAMILY,
    chinese_given: CHINESE_GIVEN,
    spanish_given: SPANISH_GIVEN,
    spanish_family: SPANISH_FAMILY,
};

const ARABIC_GIVEN: &[Entry] = &[
    n(
        "محمد",
        &["Mohammed", "Muhammad", "Mohamed", "Mohamad", "Mouhamad"],
    ),
    n("أحمد", &["Ahmed", "Ahmad", "Ahmet"]),
    n("خالد", &["Khaled", "Khalid", "Haled", "Jaled"]),
    n("يوسف", &["Youssef", "Yusuf", "Yousef", "Jusuf", "Youcef"]),
    n(
        "حسين",
        &["Hussein", "Husain", "Hossein", "Hussain", "Housseine"],
    ),
    n("جمال", &["Jamal", "Gamal", "Djamel", "Jamel"]),
    n(
        "عبد الرحمن",
        &[
            "Abdul Rahman",
            "Abdurrahman",
            "Abd al-Rahman",
            "Abderrahmane",
            "Abdelrahman",
        ],
    ),
    n(
        "عبد الله",
        &["Abdullah", "Abdallah", "Abd Allah", "Abdoulah"],
    ),
    n(
        "عبد العزيز",
        &["Abdulaziz", "Abdul Aziz", "Abdelaziz", "Abd al-Aziz"],
    ),
    n("فاطمة", &["Fatima", "Fatimah", "Fatma", "Fatema"]),
    n("زينب", &["Zainab", "Zaynab", "Zeinab", "Zineb"]),
    n("سعيد", &["Said", "Saeed", "Sa'id", "Saïd"]),
    n("طارق", &["Tariq", "Tarek", "Tarik", "Tareq"]),
    n("مصطفى", &["Mustafa", "Mostafa", "Moustafa", "Mustapha"]),
    n("إبراهيم", &["Ibrahim", "Ebrahim", "Brahim", "Ibraheem"]),
    n("نجيب", &["Najib", "Naguib", "Nagib", "Nadjib"]),
    n("شريف", &["Sharif", "Cherif", "Sherif", "Shareef"]),
    n("ليلى", &["Layla", "Leila", "Laila", "Leyla"]),
    n("مريم", &["Maryam", "Mariam", "Meryem", "Miriam"]),
    n("هشام", &["Hisham", "Hicham", "Hesham", "Hişam"]),
    n("رشيد", &["Rashid", "Rachid", "Rasheed", "Raşit"]),
    n("وليد", &["Walid", "Waleed", "Oualid", "Velid"]),
];

const ARABIC_FAMILY: &[Entry] = &[
    n("الحسن", &["Al-Hassan", "Alhassan", "El Hassan", "Hasan"]),
    n("القاسم", &["Al-Qasim", "Al Kassem", "El Kacem", "Alqasem"]),
    n("الشامي", &["Al-Shami", "Alshami", "El Chami", "Ash-Shami"]),
    n("منصور", &["Mansour", "Mansur", "Mansoor"]),
    n(
        "الخطيب",
        &["Al-Khatib", "Alkhatib", "El Khatib", "Al Khateeb"],
    ),
    n(
        "الزهراوي",
        &["Al-Zahrawi", "Alzahrawi", "Ez Zahraoui", "Zahrawi"],
    ),
    n(
        "بن يوسف",
        &["Ben Youssef", "Bin Yusuf", "Benyoussef", "Ibn Yusuf"],
    ),
    n("حداد", &["Haddad", "Hadad", "Hedad"]),
    n(
        "الغامدي",
        &["Al-Ghamdi", "Alghamdi", "El Ghamdi", "Al-Gamdi"],
    ),
    n("السعدي", &["Al-Saadi", "Alsaadi", "As-Sadi", "Es Saadi"]),
    n("درويش", &["Darwish", "Darwich", "Darwiche", "Derviş"]),
    n(
        "النجار",
        &["Al-Najjar", "Alnajjar", "El Naggar", "An-Najar"],
    ),
    n("عثمان", &["Othman", "Osman", "Uthman", "Ousmane"]),
    n("سليمان", &["Suleiman", "Sulayman", "Soliman", "Slimane"]),
    n("الطويل", &["Al-Tawil", "Altaweel", "Et Taouil", "At-Tawil"]),
    n("بركات", &["Barakat", "Berekat", "Barakaat"]),
];

const PERSIAN_GIVEN: &[Entry] = &[
    n("رضا", &["Reza", "Rida", "Rezah", "Redha"]),
    n("علی رضا", &["Alireza", "Ali Reza", "Ali-Reza"]),
    n("حسین", &["Hossein", "Hussain", "Hosein", "Husein"]),
    n("غلام", &["Gholam", "Ghulam", "Qolam", "Golam"]),
    n("ذبیح", &["Zabih", "Zabeeh", "Dhabih"]),
    n("مژگان", &["Mojgan", "Mozhgan", "Mujgan"]),
    n("شیرین", &["Shirin", "Shireen", "Chirine"]),
    n("داوود", &["Davoud", "Dawood", "Davood", "Daud"]),
    n("فرشته", &["Fereshteh", "Fereshte", "Freshta", "Farishta"]),
    n("بهروز", &["Behrouz", "Behruz", "Behrooz", "Bahrouz"]),
    n("نجیب", &["Najib", "Nadjib", "Najeeb"]),
    n("پروین", &["Parvin", "Parveen", "Parwin"]),
    n("جاوید", &["Javid", "Jawid", "Javed", "Djavid"]),
    n("زهرا", &["Zahra", "Zohra", "Sahra"]),
    n("قدرت", &["Qodrat", "Ghodrat", "Qudrat", "Kudrat"]),
    n("کامران", &["Kamran", "Kamraan", "Camran"]),
];

const PERSIAN_FAMILY: &[Entry] = &[
    n("احمدی", &["Ahmadi", "Ahmedi", "Ahmady"]),
    n("حسینی", &["Hosseini", "Hussaini", "Husseini", "Hoseyni"]),
    n("قاسمی", &["Ghasemi", "Qasimi", "Qasemi", "Gasemi"]),
    n("رضایی", &["Rezaei", "Rezai", "Rezayee", "Rezaie"]),
    n("نوری", &["Nouri", "Noori", "Nuri"]),
    n("شریفی", &["Sharifi", "Sharify", "Scharifi"]),
    n("کریمی", &["Karimi", "Kareemi", "Karimy"]),
    n("حیدری", &["Heydari", "Haidari", "Heidary"]),
    n("مرادی", &["Moradi", "Muradi", "Morady"]),
    n("صادقی", &["Sadeghi", "Sadeqi", "Sadiqi", "Sadegi"]),
    n("یوسفی", &["Yousefi", "Yusufi", "Yosofi"]),
    n("جعفری", &["Jafari", "Djafari", "Jaffari"]),
    n("اکبری", &["Akbari", "Akbary"]),
    n("فیضی", &["Faizi", "Feyzi", "Fayzi"]),
    n("وحیدی", &["Vahidi", "Wahidi", "Waheedi"]),
    n("خلیلی", &["Khalili", "Halili", "Khaleeli"]),
];

const CYRILLIC_GIVEN: &[&str] = &[
    "Юлия",
    "Сергей",
    "Алексей",
    "Дмитрий",
    "Екатерина",
    "Евгений",
    "Наталья",
    "Михаил",
    "Хадижат",
    "Вячеслав",
    "Жанна",
    "Айгуль",
    "Тимур",
    "Фёдор",
    "Ольга",
    "Рамзан",
    "Зульфия",
    "Игорь",
];
const CYRILLIC_FATHER: &[&str] = &[
    "Сергеевич",
    "Александрович",
    "Юрьевич",
    "Викторович",
    "Ахмедович",
    "Хасанович",
    "Михайлович",
    "Евгеньевич",
];
const CYRILLIC_FAMILY: &[&str] = &[
    "Щербаков",
    "Жуков",
    "Чернышёв",
    "Цветков",
    "Хабибуллин",
    "Алиев",
    "Юсупов",
    "Гасанов",
    "Каримов",
    "Шевченко",
    "Яковлев",
    "Рахимов",
    "Ковальчук",
    "Магомедов",
    "Зайцев",
    "Хасанов",
    "Воробьёв",
    "Ткаченко",
];

const CHINESE_FAMILY: &[(&str, &str, &str)] = &[
    ("张", "Zhang", "Chang"),
    ("王", "Wang", "Wang"),
    ("李", "Li", "Li"),
    ("陈", "Chen", "Ch'en"),
    ("刘", "Liu", "Liu"),
    ("周", "Zhou", "Chou"),
    ("徐", "Xu", "Hsü"),
    ("曹", "Cao", "Ts'ao"),
    ("邓", "Deng", "Teng"),
    ("高", "Gao", "Kao"),
    ("谢", "Xie", "Hsieh"),
    ("许", "Xu", "Hsü"),
    ("郭", "Guo", "Kuo"),
    ("朱", "Zhu", "Chu"),
    ("唐", "Tang", "T'ang"),
    ("彭", "Peng", "P'eng"),
];
const CHINESE_GIVEN: &[(&str, &str, &str)] = &[
    ("小", "xiao", "hsiao"),
    ("平", "ping", "p'ing"),
    ("明", "ming", "ming"),
    ("伟", "wei", "wei"),
    ("建", "jian", "chien"),
    ("国", "guo", "kuo"),
    ("志", "zhi", "chih"),
    ("强", "qiang", "ch'iang"),
    ("春", "chun", "ch'un"),
    ("华", "hua", "hua"),
    ("德", "de", "te"),
    ("文", "wen", "wen"),
    ("丽", "li", "li"),
    ("芳", "fang", "fang"),
    ("静", "jing", "ching"),
    ("波", "bo", "po"),
    ("军", "jun", "chün"),
    ("梅", "mei", "mei"),
];

const SPANISH_GIVEN: &[Entry] = &[
    n("María José", &["Maria Jose", "María-José", "Ma. José"]),
    n("Juan Carlos", &["Juan Carlos", "Juan-Carlos"]),
    n("Ximena", &["Ximena", "Jimena", "Gimena"]),
    n("Joaquín", &["Joaquin", "Joaquim"]),
    n("Guadalupe", &["Guadalupe", "Guadalup"]),
    n("Esteban", &["Esteban", "Estevan"]),
    n("Yesenia", &["Yesenia", "Jessenia", "Yessenia"]),
    n("Rigoberto", &["Rigoberto"]),
    n("Elena", &["Elena", "Helena"]),
    n("Vicente", &["Vicente", "Bicente"]),
    n("Óscar", &["Oscar"]),
    n("Nahuel", &["Nahuel", "Nawel"]),
    n("Isaías", &["Isaias", "Ysaias"]),
    n("Concepción", &["Concepcion", "Consepcion"]),
];

const SPANISH_FAMILY: &[Entry] = &[
    n("Vázquez", &["Vazquez", "Vasquez", "Básquez"]),
    n("Jiménez", &["Jimenez", "Ximenez", "Giménez"]),
    n("de la Cruz", &["De la Cruz", "Cruz", "de-la-Cruz"]),
    n("Núñez", &["Nunez", "Nuñez", "Núnez"]),
    n("Quispe", &["Quispe", "Kispe"]),
    n("Choquehuanca", &["Choquehuanca", "Choquewanka"]),
    n("Hernández", &["Hernandez", "Hernandes"]),
    n("Guzmán", &["Guzman", "Gusmán"]),
    n("del Río", &["Del Rio", "Río"]),
    n("Ibáñez", &["Ibanez", "Ybañez"]),
    n("Ortiz", &["Ortiz", "Ortis"]),
    n("Cáceres", &["Caceres", "Cáseres"]),
    n("Huamán", &["Huaman", "Guamán", "Waman"]),
    n("Zelaya", &["Zelaya", "Selaya", "Celaya"]),
    n("Villanueva", &["Villanueva"]),
    n("Montúfar", &["Montufar"]),
];
