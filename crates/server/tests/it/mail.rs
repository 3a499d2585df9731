//! Mail against an SMTP server on this machine: who is told, that nothing is said, and what happens when it fails.

use std::sync::{Arc, Mutex};

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_server::mail::{Post, deliver};
use safeconduct_testkit::world::World;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

const ADDRESS: &str = "https://hrd.example.org";

/// A message as the server took it.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub data: String,
}

/// An SMTP server that takes everything, or answers recipients as it is told.
pub struct Sink {
    port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl Sink {
    /// `answer` says what each recipient is answered with.
    pub async fn start(answer: fn(&str) -> &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, Arc::clone(&kept), answer));
            }
        });
        Self { port, taken }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    fn taken(&self) -> Vec<Taken> {
        std::mem::take(&mut self.taken.lock().unwrap())
    }
}

async fn talk(stream: TcpStream, kept: Arc<Mutex<Vec<Taken>>>, answer: fn(&str) -> &'static str) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut message = Taken::default();
    writing
        .write_all(b"220 sink.example ESMTP\r\n")
        .await
        .unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let said = match line
            .split_at(line.len().min(4))
            .0
            .to_ascii_uppercase()
            .as_str()
        {
            "EHLO" => "250-sink.example\r\n250 8BITMIME",
            "MAIL" => {
                message = Taken {
                    from: between(&line),
                    ..Taken::default()
                };
                "250 ok"
            }
            "RCPT" => {
                message.to.push(between(&line));
                answer(&between(&line))
            }
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    message
                        .data
                        .push_str(line.strip_prefix('.').unwrap_or(&line));
                    message.data.push('\n');
                }
                kept.lock().unwrap().push(message.clone());
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if writing
            .write_all(format!("{said}\r\n").as_bytes())
            .await
            .is_err()
        {
            return;
        }
    }
}

fn between(line: &str) -> String {
    line.split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map_or_else(String::new, |(inside, _)| inside.to_owned())
}

/// The text of a message, whichever way it was encoded for the wire.
fn body(message: &Taken) -> String {
    let (head, body) = message.data.split_once("\n\n").unwrap();
    let head = head.to_ascii_lowercase();
    if head.contains("quoted-printable") {
        return quoted_printable(body);
    }
    assert!(!head.contains("base64"), "{head}");
    body.to_owned()
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'=' {
            let digits = std::str::from_utf8(&tail[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn post(sink: &Sink) -> Post {
    Post::new(&sink.url(), "safeconduct@example.org", Some(ADDRESS)).unwrap()
}

/// Everything a message must not say: names, references, organisations, places, stages, kinds of work.
fn never(world: &World) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for account in &world.stream.accounts {
        words.extend([account.name.clone(), account.organisation.clone()]);
    }
    words.extend(
        [
            "FLD-",
            "UNHCR",
            "Tesfamariam",
            "Haddadin",
            "Selam",
            "Rima",
            "refugee",
            "réfugié",
            "referral",
            "dossier",
            "case",
            "cas ",
        ]
        .map(str::to_owned),
    );
    words.extend(
        [
            "defender",
            "défens",
            "Canada",
            "interview",
            "decision",
            "Nairobi",
            "Jordan",
            "Kenya",
            "urgent",
        ]
        .map(str::to_owned),
    );
    words
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_concerned_is_told_and_nothing_is_said() {
    let (world, sink) = (World::sqlite().await, Sink::start(|_| "250 ok").await);
    // what the founding and the stories queued
    for number in [4, 2, 5] {
        world.play(number).await;
    }
    let sent = deliver(&world.app, Some(&post(&sink))).await.unwrap();
    let messages = sink.taken();
    assert_eq!(sent as usize, messages.len());
    let mut told: Vec<&str> = messages
        .iter()
        .flat_map(|m| m.to.iter().map(String::as_str))
        .collect();
    told.sort_unstable();
    for handle in [
        "roc-o-intake",
        "roc-o-intake-2",
        "pd-caseworker",
        "unhcr-caseworker",
    ] {
        let address = format!("{handle}@safeconduct.invalid");
        assert_eq!(
            told.iter().filter(|t| **t == address).count(),
            1,
            "one message a person: {told:?}"
        );
    }
    assert!(
        !told
            .iter()
            .any(|t| t.starts_with("auditor") || t.starts_with("administrator")),
        "{told:?}"
    );

    let text = body(&messages[0]);
    assert!(
        text.contains("Something waits for you") && text.contains("Quelque chose vous attend"),
        "{text}"
    );
    assert_eq!(text.matches(ADDRESS).count(), 2, "{text}");
    for message in &messages {
        assert_eq!(
            (message.from.as_str(), message.to.len()),
            ("safeconduct@example.org", 1)
        );
        assert_eq!(
            body(message),
            text,
            "the same for everybody and every reason"
        );
        let head = message.data.split_once("\n\n").unwrap().0;
        let names: Vec<&str> = head
            .lines()
            .filter(|l| !l.starts_with(' '))
            .filter_map(|l| l.split_once(':'))
            .map(|(n, _)| n)
            .collect();
        for name in names {
            let known = [
                "From",
                "To",
                "Date",
                "Message-ID",
                "Auto-Submitted",
                "Subject",
                "Content-Type",
                "Content-Transfer-Encoding",
                "MIME-Version",
            ];
            assert!(known.iter().any(|k| k.eq_ignore_ascii_case(name)), "{name}");
        }
    }
    let all = text
        + &messages
            .iter()
            .map(|m| m.data.replace(&m.to[0], ""))
            .collect::<String>();
    let looked_for = never(&world);
    for word in &looked_for {
        assert!(
            !all.to_lowercase().contains(&word.to_lowercase()),
            "{word} in\n{all}"
        );
    }
    println!(
        "messages {}, words looked for {}, found 0",
        messages.len(),
        looked_for.len()
    );
    assert!(
        all.contains("waits"),
        "the search itself finds what is there"
    );
    assert_eq!(
        deliver(&world.app, Some(&post(&sink))).await.unwrap(),
        0,
        "told once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_away_is_tried_again() {
    let (world, away) = (World::sqlite().await, Sink::start(|_| "451 later").await);
    world.case_at(1, "fld", Stage::Submitted).await;
    assert_eq!(deliver(&world.app, Some(&post(&away))).await.unwrap(), 0);
    assert!(away.taken().is_empty());
    let sink = Sink::start(|_| "250 ok").await;
    assert_eq!(
        deliver(&world.app, Some(&post(&sink))).await.unwrap(),
        0,
        "not before a minute has gone by"
    );
    world.pass(60_001);
    assert_eq!(
        deliver(&world.app, Some(&post(&sink))).await.unwrap(),
        2,
        "both of the centre"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_for_good_is_let_go() {
    let (world, sink) = (
        World::sqlite().await,
        Sink::start(|to| {
            if to.contains("-2@") {
                "550 nobody"
            } else {
                "250 ok"
            }
        })
        .await,
    );
    world.case_at(1, "fld", Stage::Submitted).await;
    assert_eq!(deliver(&world.app, Some(&post(&sink))).await.unwrap(), 1);
    world.pass(24 * 3_600_000);
    assert_eq!(deliver(&world.app, Some(&post(&sink))).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_nothing_piles_up() {
    let world = World::sqlite().await;
    let case = world.case_at(1, "fld", Stage::Submitted).await;
    assert_eq!(deliver(&world.app, None).await.unwrap(), 0);
    let late = world.app.now_ms();
    assert_eq!(
        world
            .app
            .db()
            .read(move |r| r.jobs_due(late))
            .await
            .unwrap(),
        0
    );
    world
        .act("roc-o-intake", case, Act::AcceptReferral {})
        .await
        .unwrap();
}
