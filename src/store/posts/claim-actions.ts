import type { Engine } from "../actions/engine.ts";
import type { CaseEngine } from "./case-engine.ts";
import { actionsOfPosts, type PostCounts } from "./post-actions.ts";

/**
 * Adds the actions of a case's posts on claims to the table `action`: an action for each claim that a post
 * says, whatever it does with it. A claim is named by its statement, in the table `claim_name`.
 */
export async function actionsOfClaims({ connection, home }: CaseEngine): Promise<PostCounts> {
  await connection.run(
    `create or replace table claim_name as
     select record->>'$.id' as claim, record->>'$.statement' as name
     from ${home}.main.findings where question = 'claims'`,
  );
  await connection.run(
    `create or replace table claim_action as
     select distinct name, posts.platform, posts.id
     from ${home}.main.claim_texts join ${home}.main.post_texts using (text)
     join ${home}.main.posts using (import, line)
     join ${home}.main.post_files using (import)
     join claim_name using (claim)`,
  );
  return actionsOfPosts(connection, "claim");
}

/** The statement of a claim by its id, as its actions name it; what is no id is taken for a statement. */
export async function claimNamed({ connection }: Engine, written: string): Promise<string> {
  const reader = await connection.runAndReadAll(
    "select name from claim_name where claim = $written order by name",
    { written },
  );
  return (reader.getRowsJS()[0]?.[0] as string | undefined) ?? written;
}
