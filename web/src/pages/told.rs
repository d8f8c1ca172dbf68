//! Waiting until the answer stands in the square, so that the page that is read next shows it.

use std::sync::Arc;
use std::time::Duration;

use app::group::Decided;
use app::store::Post;
use domain::id::MemberId;
use domain::request::{Answer, To};

use crate::session::{Halt, Visitor};

/// How long a browser is kept waiting at most; without live updates it would not see the answer otherwise.
const WAIT: Duration = Duration::from_millis(600);

/// Posts that are looked through for the answer.
const POSTS_MAX: usize = 100;

/// Awaits the decision of a request, and what is said about it to everybody and to this member.
pub(super) async fn told(
    visitor: &Arc<Visitor>,
    decision: impl Future<Output = Decided>,
) -> Result<Answer, Halt> {
    let before = visitor.look(|look| look.read.latest_post()).await?;
    let answer = decision.await?;
    if let Some(member) = visitor.id() {
        wait(visitor, member, before, &answer).await;
    }
    Ok(answer)
}

/// Waits until what was said after post number `before` stands in the square.
pub(super) async fn wait(visitor: &Arc<Visitor>, member: MemberId, before: i64, answer: &Answer) {
    let mine = |to: &To| *to == To::Member(member);
    let heard = |message: &&domain::request::Message| message.public || mine(&message.to);
    let count = answer.messages.iter().filter(heard).count();
    if count == 0 || answer.repeated {
        return;
    }
    let mut commits = visitor.state.obole.commits();
    let told = async {
        loop {
            commits.mark_unchanged();
            let posts =
                visitor.look(move |look| look.read.posts_since(before, Some(member), POSTS_MAX));
            let said = |posts: Vec<Post>| posts.iter().filter(|post| post.author.is_none()).count();
            let enough = posts.await.is_ok_and(|posts| said(posts) >= count);
            if enough || commits.changed().await.is_err() {
                return;
            }
        }
    };
    // Without it the answer appears a moment later.
    drop(tokio::time::timeout(WAIT, told).await);
}
