//! The second factor: the vectors of RFC 6238, drift, and use of one code only once.

use crate::common::Tally;
use safeconduct_vault::totp::TotpSecret;

fn published() -> TotpSecret {
    TotpSecret::from_bytes(*b"12345678901234567890")
}

#[test]
fn the_vectors_of_rfc_6238() {
    // Appendix B, SHA-1, the last six of its eight digits.
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(published().code(seconds * 1_000).unwrap(), code);
        assert_eq!(
            published().check(code, seconds * 1_000, 0),
            Some(seconds as u64 / 30)
        );
    }
}

#[test]
fn a_code_counts_once_and_drifts_one_step() {
    let secret = TotpSecret::fresh();
    let at = 1_700_000_010_000;
    let code = secret.code(at).unwrap();
    let step = secret.check(&code, at, 0).unwrap();
    assert_eq!(
        secret.check(&format!("{} {}", &code[..3], &code[3..]), at, 0),
        Some(step)
    );
    assert_eq!(secret.check(&code, at + 30_000, 0), Some(step));
    assert_eq!(secret.check(&code, at - 30_000, 0), Some(step));

    let mut tally = Tally::new("one-time codes used again, too old, malformed", "accepted");
    tally.control(secret.check(&code, at, step - 1).is_some());
    for last in step..step + 500 {
        tally.attempt(secret.check(&code, at, last).is_some());
    }
    for bad in [
        "",
        "12345",
        "1234567",
        "abcdef",
        "１２３４５６",
        "-12345",
        "12 34",
    ] {
        tally.attempt(secret.check(bad, at, 0).is_some());
    }
    tally.attempt(secret.check(&code, -1, 0).is_some());
    tally.attempt(secret.check(&code, i64::MIN, 0).is_some());
    tally.finish(500);
    // Beyond the drift the same six digits would be a coincidence of one in a million for each step.
    let late = (2..50)
        .filter(|steps| secret.check(&code, at + steps * 30_000, 0).is_some())
        .count();
    assert!(late <= 1, "{late}");
}

#[test]
fn the_address_for_an_app() {
    let uri = published().uri("Safeconduct", "a.b@example").unwrap();
    assert_eq!(
        uri.as_str(),
        "otpauth://totp/Safeconduct:a.b%40example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Safeconduct"
    );
    assert_eq!(
        published()
            .uri("É & co", "x")
            .unwrap()
            .matches("%C3%89%20%26%20co")
            .count(),
        2
    );
    for bad in ["", "a:b", "a\nb"] {
        assert!(published().uri(bad, "x").is_err());
        assert!(published().uri("x", bad).is_err());
    }
}
