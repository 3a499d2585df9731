//! Real Chromium, driven over WebDriver: with scripts off for the work, with scripts on for axe-core.

use std::net::TcpListener as Port;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use safeconduct_server::router::router;
use safeconduct_server::state::{Cookies, ServerState};
use safeconduct_testkit::world::World;
use serde_json::json;
use tempfile::TempDir;

/// A demonstration behind a real socket.
pub struct Demo {
    pub world: World,
    pub base: String,
}

impl Demo {
    pub async fn start() -> Self {
        let world = World::sqlite().await;
        let demo = Arc::new(world.stream.accounts.clone());
        let state = ServerState {
            app: world.app.clone(),
            demo,
            cookies: Cookies::Loopback,
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let app = router(state);
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { world, base }
    }
}

/// Presses a button and waits until the page it was on is gone.
pub async fn press(button: fantoccini::elements::Element) {
    button.click().await.unwrap();
    for _ in 0..200 {
        if button.is_enabled().await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("a button was pressed and the page stayed");
}

/// ChromeDriver and one browser window; both end with it.
pub struct Browser {
    driver: Child,
    pub client: Client,
    _profile: TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

impl Browser {
    pub async fn open(scripts: bool, width: u32) -> Self {
        let port = Port::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let profile = tempfile::tempdir().unwrap();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed by ./test.sh");
        let window = format!("--window-size={width},1000");
        let folder = format!("--user-data-dir={}", profile.path().display());
        let args = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &window,
            &folder,
        ];
        // 2 is "block" for every site
        let setting = if scripts { 1 } else { 2 };
        let prefs = json!({"profile.managed_default_content_settings.javascript": setting});
        let options = json!({"args": args, "prefs": prefs});
        let capabilities = json!({"browserName": "chrome", "goog:chromeOptions": options});
        let client = connect(port, capabilities.as_object().unwrap().clone()).await;
        Self {
            driver,
            client,
            _profile: profile,
        }
    }

    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap();
    }

    pub async fn source(&self) -> String {
        self.client.source().await.unwrap()
    }

    /// Presses the button of a role on the sign-in page.
    pub async fn sign_in(&self, base: &str, handle: &str) {
        self.client.delete_all_cookies().await.unwrap();
        self.go(&format!("{base}/sign-in")).await;
        let path = format!(
            "//form[@action='/demo-sign-in'][.//*[@value='{handle}']]//button[@value='{handle}' or not(@value)]"
        );
        press(self.client.find(Locator::XPath(&path)).await.unwrap()).await;
        let mut here = self.client.current_url().await.unwrap();
        for _ in 0..100 {
            if !here.path().contains("sign-in") {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            here = self.client.current_url().await.unwrap();
        }
        let page = self.source().await;
        let main = page.find("<main").map_or("", |from| &page[from..]);
        panic!(
            "{handle} is not signed in: {here}\n{}",
            main.chars().take(1500).collect::<String>()
        );
    }
}

async fn connect(port: u16, capabilities: serde_json::Map<String, serde_json::Value>) -> Client {
    for _ in 0..100 {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.clone());
        if let Ok(client) = builder.connect(&format!("http://127.0.0.1:{port}")).await {
            return client;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("chromedriver does not answer");
}
