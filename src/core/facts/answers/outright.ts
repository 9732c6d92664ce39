import { fillers } from './answers';

/** A whole sentence that denies, with nothing behind it that takes some of it back: "No.", "None.", "Not that I've noticed." */
const outright =
  /^(?:(?:no|nope|nah)[\s,.]+)*(?:no|nope|nah|none|never|nothing|not at all|not that (?:i|we)(?:['’]ve| have)? (?:noticed|know(?: of)?|seen|felt|can think of)|not to my knowledge|none of (?:that|those|these|them)|nothing like that|no,? neither|(?:no,? )?(?:i|he|she|we|they) (?:haven['’]?t|hasn['’]?t|don['’]?t|doesn['’]?t|didn['’]?t))(?:,? (?:doctor|doc|sir|ma['’]am|thank (?:god|goodness)|thankfully|not really|nothing|none))?\s*(?:[.!]|$)/i;
const takenBack = /^\W*(?:well|but|i mean|actually|yes|yeah|except|maybe|sometimes|only|just|oh)\b/i;

/** True when an answer denies in a sentence of its own, and goes on to take nothing back. */
export function deniesOutright(answer: string): boolean {
  const words = answer.trim().replace(fillers, '');
  const said = outright.exec(words)?.[0];
  return said !== undefined && !takenBack.test(words.slice(said.length));
}

/** Asks for what somebody can do, takes or has well: "no" to it says nothing of the complaint that was asked for before. */
const ofAnotherKind =
  /\b(?:able|can|could|would|will|should|take|taking|took|use|using|try|tried|work|working|live|smoke|drink|drive|married|kids|children|okay|ok|fine|well|good|better|normal|alright|right|want|like|happy|questions?|allerg\w*|else|sure|how|what|when|where|who|why|which)\b/i;

/**
 * True for a question that asks on for more of the same, so that one "no" is to both: "Any weakness? Does your foot drag?"
 * @param question what was asked last, behind the question for a finding
 */
export function asksOn(question: string): boolean {
  return !ofAnotherKind.test(question);
}
