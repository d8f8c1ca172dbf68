//! Where the store's own tests have their databases when they are run here: on the server that the tests share. On a
//! machine without PostgreSQL, where that is known, they are in folders again.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use store::{Database, KEY_FILE, OpenError, Options, Readers};
use testkit::cluster::{self, Cluster};
use tokio_postgres::{NoTls, SimpleQueryMessage};

pub(crate) use self::file::Folder;

#[expect(dead_code, reason = "what only tests of files need")]
#[path = "../../../store/tests/it/place.rs"]
mod file;

/// Where a database is.
pub(crate) enum Place {
    /// On the server.
    Server(Schema),
    /// In a folder.
    File(file::Folder),
}

/// A schema of a database that all these tests share: to make a database takes a second.
pub(crate) struct Schema {
    database: &'static cluster::Database<'static>,
    name: String,
    /// Where the key is.
    folder: file::Folder,
}

impl Place {
    pub(crate) fn new() -> Self {
        static DATABASE: OnceLock<Option<cluster::Database<'static>>> = OnceLock::new();
        let database = || Cluster::shared().map(|cluster| cluster.database().unwrap());
        match DATABASE.get_or_init(database) {
            Some(database) => Self::Server(Schema::new(database)),
            None => Self::File(file::Folder::new()),
        }
    }

    pub(crate) fn open(&self, options: Options) -> Result<Database, OpenError> {
        match self {
            Self::Server(schema) => store::connect(&schema.url(), &schema.folder.0, options),
            Self::File(folder) => folder.open(options),
        }
    }

    pub(crate) fn open_read(&self) -> Result<Readers, OpenError> {
        match self {
            Self::Server(schema) => {
                let key = store::KeySource::Beside;
                store::connect_read(&schema.url(), &schema.folder.0, &key)
            }
            Self::File(folder) => folder.open_read(),
        }
    }

    /// Runs statements, in a copy also such as leave what a table would refuse; gives how many rows they changed.
    pub(crate) fn run(&self, sql: &str) -> i64 {
        match self {
            Self::Server(schema) => {
                let count = |told: &SimpleQueryMessage| match told {
                    SimpleQueryMessage::CommandComplete(rows) => i64::try_from(*rows).unwrap(),
                    _ => 0,
                };
                schema.ask(sql).iter().map(count).sum()
            }
            Self::File(folder) => folder.run(sql),
        }
    }

    /// Asks for one number.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        match self {
            Self::Server(schema) => {
                let told = schema.ask(sql);
                let number = told.iter().find_map(|told| match told {
                    SimpleQueryMessage::Row(row) => row.get(0)?.parse().ok(),
                    _ => None,
                });
                number.unwrap()
            }
            Self::File(folder) => folder.number(sql),
        }
    }

    /// Another place with the same rows and the same key.
    pub(crate) fn copy(&self) -> Self {
        match self {
            Self::Server(schema) => Self::Server(schema.copy()),
            Self::File(folder) => Self::File(folder.copy()),
        }
    }
}

impl Schema {
    fn url(&self) -> String {
        format!("{}&options=-csearch_path%3D{}", self.database.url(), self.name)
    }

    fn new(database: &'static cluster::Database<'static>) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("place_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let schema = Self { database, name, folder: file::Folder::new() };
        schema.ask(&format!("CREATE SCHEMA {}", schema.name));
        schema
    }

    fn copy(&self) -> Self {
        let copy = Self::new(self.database);
        // Tables like these have their indexes, and no checks.
        self.ask(&format!(
            "DO $$ DECLARE one text; BEGIN
                 FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = '{from}' LOOP
                     EXECUTE format('CREATE TABLE {name}.%I (LIKE {from}.%I INCLUDING INDEXES)', one, one);
                     EXECUTE format('INSERT INTO {name}.%I SELECT * FROM {from}.%I', one, one);
                 END LOOP;
             END $$",
            from = self.name,
            name = copy.name
        ));
        std::fs::copy(self.folder.0.join(KEY_FILE), copy.folder.0.join(KEY_FILE)).unwrap();
        copy
    }

    /// Sends statements as SQLite reads them.
    fn ask(&self, sql: &str) -> Vec<SimpleQueryMessage> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (url, sql) = (self.url(), sql.replace("X'", "'\\x"));
        let asked = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(&url, NoTls).await?;
            let connection = tokio::spawn(connection);
            let told = client.simple_query(&sql).await;
            drop(client);
            drop(connection.await);
            told
        });
        asked.unwrap_or_else(|error| panic!("{sql}: {error:?}"))
    }
}
