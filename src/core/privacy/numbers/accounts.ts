import { matchesOf, type Identifier } from '../identifier';
import { spokenBelowHundred } from '../spoken';

/** What people call themselves in a system. */
const accountWords =
  'log-?in(?: id| name)?|user ?names?|user ?id|handle|nickname|nick|screen ?name|gamer ?tag|signs in as|logs? in as|account name|skype|insta(?:gram)?|facebook|fb|twitter|tik ?tok|snap(?:chat)?|discord|telegram|venmo|cash ?app|paypal|zelle|whats ?app|wechat|linkedin|reddit|twitch|edi|psn|xbox|steam|password|passcode|pw|pwd';
const patterns = [
  // "username on the app is grace_n88", "insta @gracey.nw"
  new RegExp(
    `(?<!\\p{L})(?:${accountWords})(?!\\p{L})(?:(?: (?:is|as|name|account|id|on|the|app|portal|site|under|called|my|his|her|their|temp|new|:))|[:=,]){0,5} {0,2}["'“]?(?<it>@?(?=[\\p{L}\\d-]*[\\d._#!@])[\\p{L}\\d][\\p{L}\\d._#!$@-]{1,40}[\\p{L}\\d])`,
    'dgiu',
  ),
  // A name and a number in one word, or with "_" between; no field of a record ("patient_id").
  /(?<![\p{L}\d@._"'-])(?!(?:covid|spo|hba|mg|gcs|phq|gad)\d)(?<it>\p{Ll}{3,20}\d{2,6}|\p{L}{1,20}[._]\p{L}{1,20}\d{1,6}|(?=[\p{L}\d_]*(?:\d|\p{Lu}))\p{L}[\p{L}\d]{0,20}_[\p{L}\d]{1,20}(?:_[\p{L}\d]{1,20}){0,2})(?![\p{L}\d_@"':]|\.\p{L})/dgu,
  // As it is said: "pennylane underscore fifty one".
  new RegExp(
    `(?<![\\p{L}\\d])[\\p{L}\\d]{2,30}(?: (?:underscore|dot) [\\p{L}\\d]{1,30}){0,2} underscore (?:${spokenBelowHundred}|[\\p{L}\\d]{1,30})(?![\\p{L}\\d])`,
    'giu',
  ),
  // Behind whoever did it: "list by wclerk_mjt", "Printed by: thohepa2".
  /(?<!\p{L})(?:by|user|operator|author|owner|clerk)[: ]{1,3}(?<it>\p{Ll}[\p{Ll}\d]{0,20}(?:[._]\p{Ll}[\p{Ll}\d]{0,20}){1,2}|\p{Ll}{3,20}\d{1,6})(?![\p{L}\d_@])/dgiu,
  // A long small word with one digit behind it; what medicine counts has a shorter one.
  /(?<![\p{L}\d@._"'/-])(?!(?:covid|vitamin|grade|stage|type|phase|class|group|figure|table|level|score|factor|visit|cycle|block|floor|theatre|trial|study|question|option|line|page|step|week|month|session|version)\d)(?<it>\p{Ll}{6,20}\d)(?![\p{L}\d_@"':/-]|\.\d)/dgu,
  /(?<![\p{L}\p{N}.])@(?=\p{L})[\p{L}\p{N}_.-]{2,40}[\p{L}\p{N}]/gu,
];

/** Finds what somebody is called in a system: user names, handles, passwords. */
export function* findAccounts(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'record');
}
