//! What somebody writes is never an instruction.

use crate::sample;
use crate::tools::{BOTH, holds, made, text};
use safeconduct_letters::*;

const HOSTILE: [&str; 12] = [
    "#[bold] $x^2$ \\ @ref *bold* _it_ // comment ]",
    "#panic(\"stop\")",
    "#read(\"/etc/passwd\") #import \"x\": *",
    "= Heading",
    "- item + item / term: x",
    "<label> @label `raw` ```x``` ~ -- --- ...",
    "{due} {provisions} {} {{x}} }{",
    "https://example.org/ /* open",
    "\\u{41} \\n \\\" \"quoted\" 'single'",
    "#set page(width: 1pt)",
    "]]] ))) }}}",
    "&lt;b&gt; %PDF-1.7 endobj",
];

#[test]
fn what_looks_like_an_instruction_comes_out_literally() {
    for language in BOTH {
        for hostile in HOSTILE {
            let mut letter = sample::fairness(language);
            letter.envelope.addressee = Name::latin(hostile);
            letter.envelope.office.name = hostile.to_owned();
            letter.concerns[0].concern = hostile.to_owned();
            letter.concerns[0].about = hostile.to_owned();
            letter.concerns[1].person = Some(Name::both(hostile, hostile));
            let text = text(&made(&Letter::Fairness(letter), language));
            let times = crate::tools::bare(&text)
                .matches(&crate::tools::bare(hostile))
                .count();
            assert!(
                holds(&text, hostile) && times >= 6,
                "{times} times {hostile}\n{text}"
            );
        }
    }
}
