//! The tour, against a demonstration that runs, against nothing, and against something that is none.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::program::{Ran, program, run_to};

/// A demonstration on a free port. It ends with the test.
struct Demo {
    server: Child,
    address: String,
}

impl Demo {
    fn start(data: &Path) -> Self {
        let mut server = program(data, &["demo", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let at = |line: String| line.strip_prefix("Safeconduct is at ").map(str::to_owned);
        let address = lines
            .map_while(Result::ok)
            .find_map(at)
            .expect("an address");
        Self { server, address }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

fn tour(arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    command.arg("tour").args(arguments).stdin(Stdio::null());
    command.output().unwrap().into()
}

#[test]
fn one_family_goes_all_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    run_to(0, &data, &["demo", "--make-only", "--cases", "0"]);
    let demo = Demo::start(&data);
    let accounts = data.join("demo-accounts.json");
    let ran = tour(&[
        "--address",
        &demo.address,
        "--accounts",
        accounts.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let proved = ran.out.lines().filter(|l| l.starts_with('✔')).count();
    assert!(proved >= 25, "{}", ran.out);
    println!("{}", ran.out.lines().last().unwrap());
    // twice is as good as once
    assert_eq!(tour(&["--address", &demo.address]).code, 0);
    drop(demo);
    run_to(0, &data, &["verify"]);
    for handle in ["fld-caseworker", "roc-o-intake", "nairobi-officer"] {
        let said = run_to(0, &data, &["rebuild", "--demo", "--as", handle]);
        assert_eq!(said.matches(", 0 differed").count(), 2, "{said}");
    }
}

#[test]
fn what_is_no_demonstration_is_said_so() {
    let nobody = tour(&["--address", "http://127.0.0.1:1"]);
    assert_eq!(nobody.code, 3, "{}{}", nobody.out, nobody.err);
    assert!(
        nobody.err.contains("is a demonstration running"),
        "{}",
        nobody.err
    );

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            drop(stream.read(&mut [0; 2048]));
            let page = "<html lang=en><h1>Hello</h1><script>1</script></html>";
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n{page}",
                page.len()
            );
            drop(stream.write_all(answer.as_bytes()));
        }
    });
    let surprised = tour(&["--address", &address]);
    assert_eq!(surprised.code, 1, "{}{}", surprised.out, surprised.err);
    assert!(
        surprised.out.contains("✘") && surprised.out.contains("lets scripts in"),
        "{}",
        surprised.out
    );
}
