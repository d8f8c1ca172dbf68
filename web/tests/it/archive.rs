//! Everything that is kept about a member, as a file for them alone.

use app::obole::Incoming;
use axum::http::StatusCode;
use serde_json::Value;

use crate::town::Town;

#[tokio::test]
async fn a_member_takes_away_all_that_is_kept_about_them() {
    let town = Town::demo().await;
    for (id, author, text) in
        [("a", "alice", "#send 12€ @bob for lunch"), ("b", "carol", "#send 9€ @bob for cake")]
    {
        let post = Incoming::square(id.into(), author.into(), text.into(), true);
        town.obole.post(post).await.unwrap();
    }
    let mut alice = town.visitor_as("alice").await;
    assert!(alice.get("/me").await.says("href=\"/me/archive.json\""));
    let file = alice.get("/me/archive.json").await;
    assert_eq!(file.status, StatusCode::OK);
    let archive: Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(archive["member"]["name"], "Alice Test");
    assert!(file.says("for lunch") && !file.says("for cake"), "{}", file.body);
    let headers = alice.open("/me/archive.json", &[]).await.headers().clone();
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["cache-control"], "no-store");
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment;"));
    let guest = town.visitor().get("/me/archive.json").await;
    assert_eq!(guest.location().as_deref(), Some("/door"));
}
