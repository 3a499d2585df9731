//! By which words a text names a country: its names as the pages show them, what its people and its things are called,
//! its capital. In English and French, the languages the service writes in.
//!
//! It is a net with wide meshes on one side only: a word that means something else too is taken for the country, and
//! whoever wrote it says that it is not.

/// The names the pages show.
const NAMES: [&str; 2] = [
    include_str!("../../../locales/en/countries.ftl"),
    include_str!("../../../locales/fr/countries.ftl"),
];

/// How words begin that name a country otherwise than by its own name; with `=` the whole word, and no longer one.
const WORDS: &[(&str, &str)] = &[
    ("AE", "emirat,abu dhabi,abou dhabi,dubai"),
    ("AF", "afghan,kabul,kaboul,taliban"),
    ("AL", "alban,tirana"),
    ("AM", "armen,yerevan,erevan"),
    ("AO", "angol,luanda"),
    ("AR", "argentin,buenos aires"),
    ("AZ", "azerbai,azeri,baku=,bakou="),
    ("BA", "bosni,sarajevo"),
    ("BD", "bangladesh,dhaka,dacca"),
    ("BF", "burkina,ouagadougou"),
    ("BH", "bahrain,bahrein,manama"),
    ("BI", "burund,bujumbura,gitega"),
    ("BJ", "benin,porto novo,cotonou"),
    ("BO", "bolivi,la paz"),
    ("BR", "brazil,bresil,brasilia"),
    ("BY", "belarus,bielorus,minsk"),
    ("CD", "congol,congo,kinshasa"),
    ("CF", "central african,centrafric,bangui"),
    ("CG", "congol,congo,brazzaville"),
    ("CI", "ivory coast,ivorian,ivoirien,yamoussoukro,abidjan"),
    ("CM", "cameroon,cameroun,yaounde"),
    ("CN", "china,chine=,chines,chinois,beijing,pekin"),
    ("CO", "colombi,bogota"),
    ("CU", "cuba,havana,la havane"),
    ("DJ", "djibout"),
    ("DO", "dominica,dominicain,santo domingo,saint domingue"),
    ("DZ", "algeri,alger="),
    ("EC", "ecuador,equatorien,equateur,quito"),
    ("EG", "egypt,cairo,le caire"),
    ("ER", "eritre,erythre,asmara"),
    ("ET", "ethiop,addis ab"),
    ("GA", "gabon,libreville"),
    ("GE", "georgia,georgie,tbilissi,tbilisi"),
    ("GH", "ghana,accra"),
    ("GM", "gambi,banjul"),
    ("GN", "guinea,guinee,conakry"),
    (
        "GQ",
        "equatorial guinea,equatoguine,guinee equatoriale,malabo",
    ),
    ("GT", "guatemal"),
    ("GW", "bissau"),
    ("HK", "hong kong,hongkong"),
    ("HN", "hondur,tegucigalpa"),
    ("HT", "haiti,port au prince"),
    ("ID", "indones,jakarta,djakarta"),
    ("IL", "israel,jerusalem,tel aviv"),
    ("IN", "india,inde=,indien,new delhi"),
    ("IQ", "iraq,irak,baghdad,bagdad"),
    ("IR", "iran,persian,tehran,teheran"),
    ("JO", "jordan,amman="),
    ("KE", "kenya,kenyan,nairobi"),
    ("KG", "kyrgyz,kirghiz,bishkek,bichkek"),
    ("KH", "cambod,khmer,phnom penh"),
    ("KP", "north korea,coree du nord,nord coreen,pyongyang"),
    ("KW", "kuwait,koweit"),
    ("KZ", "kazakh,astana"),
    ("LA", "laos=,laotian,laotien,lao=,vientiane"),
    ("LB", "leban,liban,beirut,beyrouth"),
    ("LK", "sri lank,colombo"),
    ("LR", "liberia,monrovia"),
    ("LY", "libya,libye=,libyen,tripoli"),
    ("MA", "morocc,maroc,rabat="),
    ("MD", "moldov,moldav,chisinau"),
    ("ML", "mali=,malian,malien,bamako"),
    ("MM", "myanmar,burm,birman,naypyidaw,rangoon,yangon"),
    ("MR", "mauritan,nouakchott"),
    ("MX", "mexic,mexiq"),
    ("MY", "malays,malais,kuala lumpur"),
    ("MZ", "mozambi,maputo"),
    ("NE", "niger=,nigerien,niamey"),
    ("NG", "nigeria,abuja,lagos"),
    ("NI", "nicaragu,managua"),
    ("NP", "nepal,kathmandu,katmandou"),
    ("OM", "oman=,omani,omanais,muscat=,mascate"),
    ("PE", "peru=,peruvian,peruvien,perou,lima="),
    ("PG", "papua,papou,port moresby"),
    ("PH", "philippin,filipin,manila,manille"),
    ("PK", "pakistan,islamabad"),
    ("PS", "palestin,gaza,ramallah"),
    ("PY", "paraguay,asuncion"),
    ("QA", "qatar,doha"),
    ("RS", "serb,belgrade"),
    ("RU", "russi,russe,kremlin,moscow,moscou"),
    ("RW", "rwand,kigali"),
    ("SA", "saudi,saoud,riyad"),
    ("SD", "sudan,soudan,khartoum"),
    ("SG", "singap"),
    ("SL", "sierra leon,freetown"),
    ("SN", "senegal,dakar"),
    ("SO", "somali,mogadis"),
    ("SS", "south sudan,soudan du sud,sud soudan,juba=,djouba"),
    ("SV", "salvador"),
    ("SY", "syri,damasc,damas="),
    ("SZ", "eswatin,swazi,mbabane"),
    ("TD", "chad=,chadian,tchad,ndjamena,n djamena"),
    ("TG", "togo=,togolese,togolais,lome="),
    ("TH", "thai,bangkok"),
    ("TJ", "tajik,tadjik,dushanbe,douchanbe"),
    ("TM", "turkmen,achgabat,ashgabat"),
    ("TN", "tunis"),
    ("TR", "turk,turc,turqu,turquie,ankara"),
    ("TZ", "tanzan,dodoma,dar es salaam"),
    ("UA", "ukrain,kyiv,kiev"),
    ("UG", "ugand,ougand,kampala"),
    ("UZ", "uzbek,ouzbek,tashkent,tachkent"),
    ("VE", "venezuel,caracas"),
    ("VN", "vietnam,viet nam,hanoi"),
    ("XK", "kosov,pristina"),
    ("YE", "yemen,sanaa,sana a"),
    ("ZA", "south africa,sud africain,afrique du sud,pretoria"),
    ("ZM", "zambi,lusaka"),
    ("ZW", "zimbabw,harare"),
];

/// Whether a text names the country, by whichever of its words.
#[must_use]
pub fn named(text: &str, country: &str) -> bool {
    let text = format!(" {} ", fold(text));
    let code = country.to_ascii_uppercase();
    let mark = format!("country-{code} = ");
    let mut names = NAMES.iter().flat_map(|file| file.lines());
    let own = names.any(|line| {
        let name = line.strip_prefix(&mark).map(fold);
        name.is_some_and(|name| text.contains(&format!(" {name} ")))
    });
    let begins = |word: &str| match word.strip_suffix('=') {
        Some(whole) => text.contains(&format!(" {whole} ")),
        None => text.contains(&format!(" {word}")),
    };
    let of_it = WORDS.iter().filter(|(of, _)| *of == code);
    own || of_it.flat_map(|(_, words)| words.split(',')).any(begins)
}

/// A text without case, accents and punctuation, for finding and for sorting: `Côte d’Ivoire` and `cote d'ivoire` are one.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            c => c,
        };
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !folded.ends_with(' ') && !is_mark(plain) {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// A combining accent: a name typed in decomposed form folds like the composed one.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_named_by_its_name_its_people_and_its_capital() {
        for text in [
            "At the Syrian embassy",
            "à l’ambassade de Syrie",
            "chez les Syriens",
            "by the road to DAMASCUS",
            "près de Damas, au consulat",
        ] {
            assert!(named(text, "SY"), "{text}");
            assert!(named(text, "sy"), "{text}");
            assert!(!named(text, "KE"), "{text}");
        }
        for (text, country) in [
            ("Ambassade d’Érythrée", "ER"),
            ("E\u{301}rythre\u{301}e", "ER"),
            ("the Côte d’Ivoire desk", "CI"),
            ("à Téhéran", "IR"),
            ("in Mali", "ML"),
        ] {
            assert!(named(text, country), "{text}");
        }
        for (text, country) in [("malicious software", "ML"), ("Room 4", "SY"), ("", "SY")] {
            assert!(!named(text, country), "{text}");
        }
    }

    #[test]
    fn every_country_the_pages_know_is_named_by_its_name() {
        for line in NAMES.iter().flat_map(|file| file.lines()) {
            let found = line
                .strip_prefix("country-")
                .and_then(|l| l.split_once(" = "));
            if let Some((code, name)) = found {
                assert!(named(&format!("At the embassy of {name}."), code), "{line}");
            }
        }
        let known = |code: &&str| NAMES[0].contains(&format!("country-{code} = "));
        let wrong: Vec<_> = WORDS
            .iter()
            .map(|(code, _)| *code)
            .filter(|c| !known(c))
            .collect();
        assert_eq!(wrong, Vec::<&str>::new());
    }
}
