//! A throw-away PostgreSQL: a cluster of its own in a temporary folder, on a free port of this machine.
//!
//! The server ends with the test process however that ends, killed included: it runs under a shell that waits for its
//! standard input, a pipe from us, to close. Run as root, everything happens as the user `postgres`, which `initdb`
//! insists on.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// A running cluster. Dropping it stops the server and deletes its folder.
pub struct Postgres {
    server: Child,
    folder: Option<tempfile::TempDir>,
    binaries: PathBuf,
    port: u16,
    databases: AtomicU32,
}

/// How durable the cluster is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// `fsync = off`: for tests, which never cut the power.
    None,
    /// PostgreSQL's own defaults: for measuring.
    Full,
}

/// Runs under `sh`: starts the server, waits for standard input to close, stops the server at once.
const WATCH: &str = r#""$0" "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server"#;

impl Postgres {
    /// Makes a cluster and waits until it answers: about a second.
    ///
    /// # Errors
    /// PostgreSQL's programs are not installed, or one of them refused.
    pub fn start(durability: Durability) -> io::Result<Self> {
        let binaries = binaries()?;
        let folder = tempfile::Builder::new()
            .prefix("safeconduct-postgres-")
            .tempdir()?;
        let user = database_user()?;
        if let Some((uid, gid)) = user {
            std::os::unix::fs::chown(folder.path(), Some(uid), Some(gid))?;
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700))?;
        let data = folder.path().join("data");
        let mut initdb = Command::new(binaries.join("initdb"));
        initdb
            .args([
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ])
            .arg("--no-instructions")
            .arg(&data);
        succeed(as_user(&mut initdb, user).output()?)?;
        // The port could be taken between here and the start; then the start fails, and we try another.
        for _ in 0..5 {
            let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            let mut server = serve(&binaries, folder.path(), port, durability, user)?;
            if ready(&mut server, port)? {
                let folder = Some(folder);
                return Ok(Self {
                    server,
                    folder,
                    binaries,
                    port,
                    databases: AtomicU32::new(0),
                });
            }
        }
        let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
        Err(io::Error::other(format!(
            "the server does not start:\n{log}"
        )))
    }

    /// The address of a new, empty database.
    ///
    /// # Errors
    /// `psql` refused.
    pub fn database(&self) -> io::Result<String> {
        let name = format!("test{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.psql(
            "postgres",
            &format!("CREATE DATABASE {name} TEMPLATE template0"),
        )?;
        Ok(self.address(&name))
    }

    /// The address of a new, empty schema of the database `postgres`: a few milliseconds, where a database takes a few
    /// hundred. Who connects there sees nothing of the others.
    ///
    /// # Errors
    /// `psql` refused.
    pub fn schema(&self) -> io::Result<String> {
        let name = format!("test{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.psql("postgres", &format!("CREATE SCHEMA {name}"))?;
        let address = self.address("postgres");
        Ok(format!("{address}?options=-c%20search_path%3D{name}"))
    }

    /// The address of a database by its name.
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    /// Runs SQL in a database, by its name, and gives what `psql` prints.
    ///
    /// # Errors
    /// `psql` refused.
    pub fn psql(&self, database: &str, sql: &str) -> io::Result<String> {
        let address = self.address(database);
        let mut psql = Command::new(self.binaries.join("psql"));
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "--set=ON_ERROR_STOP=1",
        ])
        .args(["--dbname", &address, "--command", sql])
        .current_dir("/");
        succeed(psql.output()?)
    }

    /// The folder of the cluster: `data` and `log` are in it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder
            .as_ref()
            .map_or(Path::new("/"), tempfile::TempDir::path)
    }

    /// Cuts every connection to a database, as a network or an administrator would.
    ///
    /// # Errors
    /// `psql` refused.
    pub fn disconnect_all(&self, database: &str) -> io::Result<()> {
        let sql = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()"
        );
        self.psql("postgres", &sql).map(drop)
    }
}

impl std::fmt::Debug for Postgres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Postgres(127.0.0.1:{})", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        stop(&mut self.server);
        // The folder goes once nobody writes into it any more.
        drop(self.folder.take());
    }
}

fn stop(server: &mut Child) {
    drop(server.stdin.take());
    drop(server.wait());
}

fn serve(
    binaries: &Path,
    folder: &Path,
    port: u16,
    durability: Durability,
    user: Option<(u32, u32)>,
) -> io::Result<Child> {
    let log = fs::File::create(folder.join("log"))?;
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(WATCH).arg(binaries.join("postgres"));
    shell
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder)
        .arg("-p")
        .arg(port.to_string());
    shell.args([
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "shared_buffers=64MB",
        "-c",
        "max_connections=60",
    ]);
    if durability == Durability::None {
        shell.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
    }
    shell
        .stdin(Stdio::piped())
        .stdout(log.try_clone()?)
        .stderr(log);
    as_user(&mut shell, user).spawn()
}

/// Waits until the server answers; `false` if it has ended instead.
fn ready(server: &mut Child, port: u16) -> io::Result<bool> {
    for _ in 0..600 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() && answers(port) {
            return Ok(true);
        }
        sleep(Duration::from_millis(50));
        if server.try_wait()?.is_some() {
            return Ok(false);
        }
    }
    stop(server);
    Err(io::Error::new(
        io::ErrorKind::TimedOut,
        "the server does not answer",
    ))
}

fn answers(port: u16) -> bool {
    let port = port.to_string();
    let asked = Command::new("psql")
        .args([
            "--no-psqlrc",
            "-h",
            "127.0.0.1",
            "-U",
            "postgres",
            "-p",
            &port,
            "-d",
            "postgres",
            "-c",
            "SELECT 1",
        ])
        .current_dir("/")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}

/// The newest installed version's programs, where Debian keeps them, or those beside `initdb` on the path.
fn binaries() -> io::Result<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .map(|folder| {
            folder
                .flatten()
                .filter_map(|found| {
                    Some((
                        found.file_name().to_str()?.parse().ok()?,
                        found.path().join("bin"),
                    ))
                })
                .filter(|(_, bin): &(u32, PathBuf)| bin.join("initdb").exists())
                .collect()
        })
        .unwrap_or_default();
    versions.sort();
    match versions.pop() {
        Some((_, bin)) => Ok(bin),
        None => ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"]
            .into_iter()
            .map(PathBuf::from)
            .find(|bin| bin.join("initdb").exists())
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "initdb: install PostgreSQL")),
    }
}

/// User and group to run as: `postgres` if we are root, ourselves otherwise.
fn database_user() -> io::Result<Option<(u32, u32)>> {
    let id = |args: &[&str]| -> io::Result<u32> {
        let said = succeed(Command::new("id").args(args).output()?)?;
        said.trim().parse().map_err(io::Error::other)
    };
    if id(&["-u"])? != 0 {
        return Ok(None);
    }
    Ok(Some((id(&["-u", "postgres"])?, id(&["-g", "postgres"])?)))
}

fn as_user(command: &mut Command, user: Option<(u32, u32)>) -> &mut Command {
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command.current_dir("/")
}

fn succeed(output: Output) -> io::Result<String> {
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(io::Error::other(
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ))
    }
}
