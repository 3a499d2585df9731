//! One letter of each kind, about people who do not exist.

use jiff::civil::{date, time};
use safeconduct_domain::policy::{Citation, Language, RefugeeClass};
use safeconduct_letters::*;

fn say(language: Language, en: &str, fr: &str) -> String {
    match language {
        Language::En => en.to_owned(),
        Language::Fr => fr.to_owned(),
    }
}

fn cite(text: &str) -> Citation {
    text.parse().unwrap()
}

pub fn selam() -> Name {
    Name::both("Selam Tesfay", "ሰላም ተስፋይ")
}

pub fn leila() -> Name {
    Name::both("Leila Haddad", "ليلى حداد")
}

fn to_person(language: Language, name: Name) -> Envelope {
    Envelope {
        office: Office {
            name: say(
                language,
                "Nairobi migration office",
                "Bureau de migration de Nairobi",
            ),
            place: "Nairobi".to_owned(),
        },
        date: date(2026, 11, 22),
        addressee: name,
        through: Some("Front Line Defenders".to_owned()),
        numbers: vec![
            Number {
                kind: NumberKind::File,
                number: "G000123456".to_owned(),
                person: None,
            },
            Number {
                kind: NumberKind::Client,
                number: "11-2233-4455".to_owned(),
                person: Some(Name::latin("Selam Tesfay")),
            },
        ],
        signatory: Signatory {
            name: "M. Okello-Roy".to_owned(),
            title: say(language, "Migration officer", "Agente de migration"),
        },
        draft: false,
    }
}

fn to_partner(language: Language) -> Envelope {
    Envelope {
        office: Office {
            name: say(
                language,
                "Resettlement Operations Centre in Ottawa",
                "Centre des opérations de réinstallation à Ottawa",
            ),
            place: "Ottawa".to_owned(),
        },
        addressee: Name::latin("Front Line Defenders"),
        through: None,
        numbers: vec![
            Number {
                kind: NumberKind::File,
                number: "G000123456".to_owned(),
                person: None,
            },
            Number {
                kind: NumberKind::Partner,
                number: "FLD-2026-0417".to_owned(),
                person: None,
            },
        ],
        signatory: Signatory {
            name: "J. Tremblay-Ito".to_owned(),
            title: say(language, "Intake officer", "Agent de réception"),
        },
        ..to_person(language, selam())
    }
}

pub fn invitation(language: Language) -> Invitation {
    Invitation {
        envelope: to_person(language, selam()),
        persons: vec![selam(), Name::both("Dawit Haile", "ዳዊት ኃይሌ")],
        day: date(2027, 1, 14),
        time: time(9, 30, 0, 0),
        zone: say(language, "Nairobi time", "heure de Nairobi"),
        means: Means::InPerson(say(
            language,
            "at the place your contact at Front Line Defenders will take you to",
            "à l’endroit où votre contact à Front Line Defenders vous conduira",
        )),
        speech: Speech::Interpreted(say(language, "Tigrinya", "tigrigna")),
        bring: vec![
            say(
                language,
                "your refugee certificate",
                "votre certificat de réfugié",
            ),
            say(
                language,
                "photographs of your press card",
                "des photographies de votre carte de presse",
            ),
        ],
        answer_by: Some(date(2026, 12, 20)),
        remarks: say(
            language,
            "The interview will take about three hours, with pauses.",
            "L’entrevue durera environ trois heures, avec des pauses.",
        ),
    }
}

pub fn fairness(language: Language) -> Fairness {
    Fairness {
        envelope: to_person(language, selam()),
        concerns: vec![
            Concern {
                person: Some(selam()),
                about: say(
                    language,
                    "No reasonable prospect of voluntary repatriation",
                    "Aucune possibilité raisonnable de rapatriement volontaire",
                ),
                provisions: vec![cite("R139(1)(d)(i)")],
                concern: say(
                    language,
                    "You said that you went back for eleven days in March 2025.\nThis may mean that you can return in safety.",
                    "Vous avez dit être retournée là-bas onze jours en mars 2025.\nIl se peut donc que vous puissiez y retourner en sécurité.",
                ),
                disclosed: say(
                    language,
                    "Your answers at the interview of 3 September 2026; the entry stamp in your passport.",
                    "Vos réponses à l’entrevue du 3 septembre 2026; le timbre d’entrée dans votre passeport.",
                ),
            },
            Concern {
                person: None,
                about: say(language, "Serious criminality", "Grande criminalité"),
                provisions: vec![cite("A36(1)(b)"), cite("A33")],
                concern: say(
                    language,
                    "A court sentenced you in your absence to nine years for “extremism”.",
                    "Un tribunal vous a condamnée par contumace à neuf ans pour « extrémisme ».",
                ),
                disclosed: say(
                    language,
                    "A newspaper report of 9 May 2024, attached.",
                    "Un article de journal du 9 mai 2024, joint à la présente.",
                ),
            },
        ],
        due: date(2026, 12, 22),
    }
}

fn findings(language: Language) -> Vec<Finding> {
    vec![
        Finding {
            class: RefugeeClass::Convention,
            conclusion: say(
                language,
                "I am not satisfied that there is a well-founded fear of persecution.",
                "Je ne suis pas convaincue qu’il existe une crainte fondée d’être persécutée.",
            ),
            evidence: vec![Evidence {
                what: say(
                    language,
                    "The letter of the journalists’ union of 2 June 2026.",
                    "La lettre du syndicat des journalistes du 2 juin 2026.",
                ),
                falls_short: say(
                    language,
                    "It speaks of the union’s members in general, and names no threat to you.",
                    "Elle parle des membres du syndicat en général et ne mentionne aucune menace contre vous.",
                ),
            }],
        },
        Finding {
            class: RefugeeClass::CountryOfAsylum,
            conclusion: say(
                language,
                "I am not satisfied that armed conflict affects you seriously and personally.",
                "Je ne suis pas convaincue qu’un conflit armé vous touche gravement et personnellement.",
            ),
            evidence: vec![Evidence {
                what: say(
                    language,
                    "Your account of the year 2024.",
                    "Votre récit de l’année 2024.",
                ),
                falls_short: say(
                    language,
                    "It describes events in a province you left in 2019.",
                    "Il décrit des événements dans une province que vous avez quittée en 2019.",
                ),
            }],
        },
    ]
}

fn puts(language: Language) -> Vec<Put> {
    vec![
        Put {
            put_on: date(2026, 8, 1),
            concern: say(
                language,
                "Your two accounts of the arrest differ by a month.",
                "Vos deux récits de l’arrestation diffèrent d’un mois.",
            ),
            answer: say(
                language,
                "You said that you count by another calendar.",
                "Vous avez dit que vous comptez selon un autre calendrier.",
            ),
            weighed: say(
                language,
                "This explains the difference. I rely on it no further.",
                "Cela explique l’écart. Je ne m’y fonde plus.",
            ),
        },
        Put {
            put_on: date(2026, 9, 15),
            concern: say(
                language,
                "Nothing on the file shows that anybody still looks for you.",
                "Rien au dossier ne montre que quelqu’un vous recherche encore.",
            ),
            answer: String::new(),
            weighed: say(
                language,
                "The concern stands on what is on the file, not on your silence.",
                "La préoccupation tient à ce qui est au dossier, non à votre silence.",
            ),
        },
    ]
}

fn grounds(language: Language) -> Vec<Ground> {
    vec![
        Ground {
            ground: say(
                language,
                "Not a member of a class of refugees abroad",
                "Ne fait pas partie d’une catégorie de réfugiés hors du Canada",
            ),
            provisions: vec![cite("R139(1)(e)"), cite("A96(a)")],
            reasons: say(
                language,
                "Neither class is met, for the reasons found above.",
                "Aucune des deux catégories n’est établie, pour les motifs exposés ci-dessus.",
            ),
        },
        Ground {
            ground: say(
                language,
                "A durable solution in another country",
                "Une solution durable dans un autre pays",
            ),
            provisions: vec![cite("R139(1)(d)(ii)")],
            reasons: say(
                language,
                "You hold an offer of resettlement of 4 October 2026.",
                "Vous avez une offre de réinstallation du 4 octobre 2026.",
            ),
        },
    ]
}

fn refused_person(language: Language, name: Name) -> RefusedPerson {
    RefusedPerson {
        name,
        findings: findings(language),
        evidence: say(
            language,
            "Your forms, the interview of 3 November 2026 and the letter of the union.",
            "Vos formulaires, l’entrevue du 3 novembre 2026 et la lettre du syndicat.",
        ),
        reasons: say(
            language,
            "Taken together, the evidence does not show a danger that is yours.",
            "Dans leur ensemble, les éléments de preuve ne montrent pas un danger qui vous vise.",
        ),
        concerns: puts(language),
        grounds: grounds(language),
    }
}

pub fn refusal(language: Language) -> Refusal {
    Refusal {
        envelope: to_person(language, leila()),
        decided_on: date(2026, 11, 20),
        persons: vec![
            refused_person(language, leila()),
            refused_person(language, Name::both("Omar Haddad", "عمر حداد")),
        ],
        leave_by: Some(date(2027, 1, 21)),
    }
}

pub fn approval(language: Language) -> Approval {
    Approval {
        envelope: to_person(language, Name::both("Oksana Melnyk", "Оксана Мельник")),
        decided_on: date(2026, 11, 20),
        persons: vec![
            Name::both("Oksana Melnyk", "Оксана Мельник"),
            Name::both("Zhang Wei", "张伟"),
            Name::both("Thant Zin Oo", "သန့်ဇင်ဦး"),
        ],
        next: vec![
            say(
                language,
                "Your visas will be prepared.",
                "Vos visas seront préparés.",
            ),
            say(
                language,
                "A flight will be booked for you.",
                "Un vol sera réservé pour vous.",
            ),
        ],
        medical_until: Some(date(2027, 8, 31)),
        left_behind: vec![Name::latin("Taras Melnyk")],
    }
}

pub fn outcomes(language: Language) -> Outcomes {
    Outcomes {
        envelope: to_partner(language),
        persons: vec![
            Outcome {
                name: leila(),
                decided: Decided::Refused,
                on: date(2026, 11, 20),
            },
            Outcome {
                name: selam(),
                decided: Decided::Approved,
                on: date(2026, 11, 19),
            },
            Outcome {
                name: Name::latin("Ana Quispe"),
                decided: Decided::Withdrawn,
                on: date(2026, 10, 1),
            },
        ],
        told_on: None,
    }
}

pub fn acknowledgement(language: Language) -> Acknowledgement {
    let number = |kind, number: &str, person| Number {
        kind,
        number: number.to_owned(),
        person,
    };
    Acknowledgement {
        envelope: to_partner(language),
        received_on: date(2026, 11, 18),
        referral_date: date(2026, 11, 17),
        numbers: vec![
            number(NumberKind::File, "G000123456", None),
            number(NumberKind::Client, "11-2233-4455", Some(selam())),
            number(NumberKind::Client, "11-2233-4466", Some(leila())),
        ],
    }
}

pub fn returned(language: Language) -> Return {
    let item = |en, fr, person, provisions: &[&str]| MissingItem {
        what: say(language, en, fr),
        person,
        provisions: provisions.iter().map(|text| cite(text)).collect(),
    };
    Return {
        envelope: to_partner(language),
        received_on: date(2026, 11, 18),
        missing: vec![
            item(
                "The application form for refugees abroad, filled in",
                "Le formulaire de demande pour les réfugiés hors du Canada, rempli",
                None,
                &["R10(1)(a)"],
            ),
            item(
                "The name of each family member who does not accompany the applicant",
                "Le nom de chacun des membres de la famille qui n’accompagnent pas le demandeur",
                Some(selam()),
                &["R140.1(b)"],
            ),
            item("A photograph", "Une photographie", Some(leila()), &[]),
        ],
        remarks: say(
            language,
            "The second page of the form came twice, the third not at all.",
            "La deuxième page du formulaire est arrivée en double, la troisième pas du tout.",
        ),
        again_by: Some(date(2026, 12, 18)),
    }
}

/// One of each kind.
pub fn all(language: Language) -> Vec<Letter> {
    vec![
        Letter::Invitation(invitation(language)),
        Letter::Fairness(fairness(language)),
        Letter::Refusal(refusal(language)),
        Letter::Approval(approval(language)),
        Letter::Outcomes(outcomes(language)),
        Letter::Acknowledgement(acknowledgement(language)),
        Letter::Return(returned(language)),
    ]
}
