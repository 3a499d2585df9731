//! Every provision the code cites was read in the consolidation it names; a new one fails here until somebody has.

use crate::sources::{literals, of_the_crate, without_tests};
use safeconduct_domain::policy::Citation;
use std::collections::BTreeSet;

/// Read in the Act (consolidation to March 2026) and the Regulations (to June 2026), English and French, with what each is
/// cited for. An instruction of the department is cited by its code.
const READ: &[(&str, &str)] = &[
    (
        "A6",
        "designation of officers; delegation of the Minister's powers",
    ),
    (
        "A6(1)",
        "the Minister designates officers and specifies their powers",
    ),
    ("A33", "reasonable grounds to believe"),
    ("A34", "inadmissibility begins: security"),
    ("A36(1)", "serious criminality"),
    (
        "A36(1)(a)",
        "convicted in Canada: ten years, or more than six months imposed",
    ),
    (
        "A36(1)(b)",
        "convicted outside Canada of what would be punishable by ten years",
    ),
    (
        "A36(1)(c)",
        "committing an act outside Canada that would be so punishable",
    ),
    ("A36(2)", "criminality"),
    (
        "A36(2)(a)",
        "convicted in Canada: an indictable offence, or two offences",
    ),
    (
        "A36(2)(b)",
        "convicted outside Canada: what would be indictable, or two offences",
    ),
    (
        "A36(2)(c)",
        "committing an act outside Canada that would be indictable",
    ),
    (
        "A36(3)",
        "what governs both: hybrid, left out, rehabilitated",
    ),
    (
        "A36(3)(a)",
        "an offence that may be prosecuted either way is deemed indictable",
    ),
    (
        "A36(3)(b)",
        "acquittal, record suspension; see also (c) rehabilitation and (e) youth",
    ),
    ("A42", "inadmissible family member"),
    (
        "A42(1)",
        "inadmissible on grounds of an inadmissible family member",
    ),
    (
        "A72",
        "judicial review by the Federal Court begins with an application for leave",
    ),
    ("A74", "what governs the application for judicial review"),
    ("A96", "Convention refugee"),
    (
        "A96(a)",
        "outside each country of nationality, unable or unwilling to avail themself of its protection",
    ),
    (
        "A96(b)",
        "no country of nationality: former habitual residence",
    ),
    ("R1(1)", "common-law partner"),
    (
        "R1(2)",
        "conjugal relationship where cohabitation is prevented",
    ),
    ("R1(3)", "family member"),
    ("R1(3)(c)", "dependent child of a dependent child"),
    ("R2", "dependent child"),
    ("R10(1)", "form of an application; signature"),
    (
        "R10(2)",
        "required information; representative; declaration",
    ),
    (
        "R10(3)",
        "one application is for the principal applicant and those who accompany",
    ),
    ("R12.2(1)", "biometrics: under 14, over 79"),
    ("R25.1", "lock-in date for the age of a child"),
    (
        "R25.1(7)",
        "refugees referred under R140.3: the day the referral was made",
    ),
    (
        "R139(1)",
        "a visa shall be issued if it is established that",
    ),
    (
        "R30(3)",
        "medical certificate: an examination within the previous 12 months",
    ),
    ("R139(1)(d)", "no reasonable prospect of a durable solution"),
    (
        "R139(1)(f)(ii)",
        "government assistance: Convention refugees abroad only",
    ),
    ("R139(1)(g)", "able to become successfully established"),
    (
        "R139(2)",
        "which does not apply to the vulnerable or in urgent need",
    ),
    ("R140", "family members share the class"),
    ("R140.1", "content of an application"),
    ("R140.3(1)", "referral required"),
    ("R140.3(4)", "the office serving the place of residence"),
    ("R140.4", "return of incomplete sponsored applications"),
    (
        "R117(9)(d)",
        "no family class: who did not accompany and was not examined",
    ),
    (
        "R141(1)(a)",
        "in the application, or added to it before the departure for Canada",
    ),
    ("R141(1)(b)", "who does not accompany applies within a year"),
    ("R144", "Convention refugees abroad class"),
    ("R145", "determined, outside Canada, by an officer"),
    ("R146", "country of asylum class"),
    ("R147", "member of that class"),
    (
        "REF-OVS-13-2",
        "urgent protection: through UNHCR's emergency priority",
    ),
    ("REF-OVS-13-6", "the stream's own instructions: interviews"),
    (
        "REF-OVS-6-1",
        "refusing: reasons in the letter; the partner is told the outcome",
    ),
    (
        "REF-OVS-5-1",
        "determining admissibility: no police certificate from the home country",
    ),
    (
        "REF-OVS-4-9",
        "conducting an interview: discrepancies are clarified, those left are noted",
    ),
];

fn looks_like_one(word: &str) -> bool {
    let mut letters = word.chars();
    word.starts_with("REF-")
        || matches!(letters.next(), Some('A' | 'R'))
            && letters.next().is_some_and(|c| c.is_ascii_digit())
}

/// `R139(1)(d)` out of `(R139(1)(d)).`: the closing brackets that have no opening are not part of it.
fn trimmed(word: &str) -> String {
    let mut open = 0_i32;
    let kept = word.chars().take_while(|c| {
        open += i32::from(*c == '(') - i32::from(*c == ')');
        open >= 0 && (c.is_ascii_alphanumeric() || "().-".contains(*c))
    });
    kept.collect::<String>()
        .trim_end_matches(['.', '-'])
        .to_owned()
}

fn cited() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for (file, text) in of_the_crate() {
        for word in
            without_tests(&text).split(|c: char| c.is_whitespace() || "–,;\"`[]".contains(c))
        {
            let word = word.trim_start_matches('(');
            if looks_like_one(word) {
                found.insert((trimmed(word), file.clone()));
            }
        }
    }
    found
}

#[test]
fn every_citation_in_the_code_was_read() {
    let cited = cited();
    for (citation, file) in &cited {
        assert!(
            READ.iter().any(|(read, _)| read == citation),
            "{file} cites {citation}: read it, then list it here"
        );
    }
    for (read, _) in READ {
        assert!(
            cited.iter().any(|(c, _)| c == read),
            "{read} is listed and cited nowhere"
        );
        let instruction = read.starts_with("REF-");
        assert_eq!(read.parse::<Citation>().is_ok(), !instruction, "{read}");
    }
    assert!(cited.len() > READ.len() / 2);
}

#[test]
fn what_refusals_cite_is_among_them() {
    let mut refusals = 0;
    for (file, text) in of_the_crate() {
        let code = without_tests(&text);
        for part in code.split(".citing(\"").skip(1) {
            let citation = part.split('"').next().unwrap();
            refusals += 1;
            assert!(
                READ.iter().any(|(read, _)| *read == citation),
                "{file}: {citation}"
            );
            assert_ne!(
                citation, "R140.4",
                "it is about sponsored applications only"
            );
        }
        assert!(!literals(code).iter().any(|l| l == "R140.4"), "{file}");
    }
    assert!(refusals > 8, "{refusals}");
}
