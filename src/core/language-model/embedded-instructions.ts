import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';

/**
 * Words that speak to a machine which reads a text, or to the software around it, where a clinical text speaks about a
 * patient. Each cue is read in a sentence without invisible characters and in compatibility form (NFKC). Two words that
 * clinicians use on their own ("previous instructions" to a patient, "system" of organs) never make a cue alone.
 * No list knows every wording. It keeps the plain ones from a model; that the others decide no verdict is the judge's work,
 * which asks what a quote shows.
 */
const cues: readonly RegExp[] = [
  // Takes the reader's task away.
  /\b(?:ignore|disregard|forget|override|bypass|skip|discard)\b.{0,40}\b(?:(?:instructions?|directions)(?! (?:about|on|for|regarding|concerning)\b)|prompts?|directives?|system message|(?:the|your|all|previous|prior|above|earlier) (?:rules|context|task|passages?|evidence))\b/iu,
  /\b(?:ignor\w*|vergiss|missachte|oublie\w*|olvida\w*|ignora)\b.{0,40}\b(?:anweisung\w*|instruc\w*(?! (?:about|on|for|regarding|concerning)\b)|vorgabe\w*|consignes?)\b/iu,
  /\b(?:new|updated|revised|additional|special|hidden|secret|priority) (?:system )?(?:instructions?|directives?|prompts?)\b/iu,
  /\binstructions? (?:to|for) (?:the |any |all )?(?:ai|model|assistant|llm|judge|checker|grader|evaluator|reader|agent|bot|system)\b/iu,
  // Names or addresses a machine.
  /\b(?:system|developer|user|initial|original|hidden) prompts?\b|\bprompt injection\b|\bjailbreak/iu,
  /\b(?:you are|you're|act as|pretend to be|behave as|role-?play as|du bist) (?:now )?(?:an? |ein(?:e)? )?(?:ai|llm|language model|chat ?bot|assistant|chatgpt|gpt|claude|developer|admin\w*|root|unrestricted|dan|judge|ki\b|verifier|checker)\b/iu,
  /\b(?:ai|llm|language|large language) (?:model|assistant|agent|system|judge|reviewer|checker|grader|tool)s?\b|\b(?:chatgpt|gpt-?\d|llms?|chat ?bot)\b/iu,
  /\b(?:dear|hey|hello|attention|note to|message (?:to|for)|to the|for the) (?:any |the )?(?:ai|assistant|model|llm|chat ?bot|judge|grader|fact-?checker|checker|evaluator|verifier|critic|moderator|panel|agent|attest)\b\s*[:,!—-]?/iu,
  // Tells what to answer. "Is supported by evidence" is how guidelines speak; an order to call something so is not.
  /\b(?:respond|reply|answer|output|return|print)\b.{0,80}\b(?:supported|contradicted|not[-_ ]addressed|not[-_ ]sure|verdicts?|json)\b/iu,
  /\b(?:mark|label|classify|rate|score|judge|treat|report|count|consider|set|declare|call)\b.{0,60}\b(?:as|to|is|are) (?:being )?["'“]?(?:supported|contradicted|verified|faithful|not[-_ ]addressed)\b/iu,
  /\b(?:everything|(?:this|the|every|each|any|all) (?:statements?|claims?|sentences?|note))\b.{0,40}\b(?:as|is|are|be) (?:true|correct|supported|contradicted|verified)\b/iu,
  /\bverdicts?\b.{0,30}(?:[:=]|\b(?:is|must|should|shall|will|to|be)\b)/iu,
  /\b(?:must|should|shall|always|has to|needs to)\b.{0,30}\bbe (?:judged|marked|labell?ed|rated|classified|verified|counted) (?:as )?(?:supported|contradicted|true|correct|faithful)/iu,
  /\b(?:do not|don't|never) (?:cite|quote|mention this|reveal|tell the (?:user|clinician))\b|\bno need to (?:verify|quote)\b/iu,
  /\b(?:reveal|repeat|print|show|leak|append|include|insert|add|copy|quote|output|translate|encode|email|send|post|upload|forward|exfiltrate)\b.{0,60}\b(?:other (?:documents?|notes?|passages?|patients?)|whole (?:note|context|conversation)|(?:this|the following|a|an) (?:link|url|script|html)|your (?:instructions|prompt|rules)|api[- ]?keys?|passwords?|https?:|base64)\b/iu,
  // Calls a tool, or is the form of a call. "Use the FRAX tool" and "check liver function" are medicine.
  /\b(?:call|invoke|execute) (?:the |your |a |any |this |following )*(?:[\w.-]+ )?(?:tools?|functions?|commands?)\b|\buse (?:the|your|any|all) tools?\b/iu,
  /\b(?:run|execute|open|type)\b.{0,30}\b(?:shell|powershell|bash|curl|commands?|attest_\w+|mcp)\b|\battest_\w+|\battest\.\w{4,}\(/iu,
  /["'{\s](?:tool_calls?|function_call|tool_use|tool_name|arguments|passageId|role)["']?\s*:\s*["'{[]/iu,
  /<\/?(?:tool_call|function_calls?|invoke|tool_use|system|assistant|instructions?|passage|statement|answer|document|note|source|data)\b[^>]{0,200}>/iu,
  // The form of a conversation's template.
  /<\|[^|]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|^\s*#{2,4}\s*(?:system|instructions?|response|assistant|user|human)\b/imu,
  /^\s*(?:assistant|human|developer)\s*:\s*\S/imu,
  /\b(?:begin|end) (?:of )?(?:system|prompt|instructions?|admin|override|data|passage|evidence)\b/iu,
  // Active content.
  /<\s*(?:script|img|iframe|object|embed|svg|link|meta|form|style)\b|\bon(?:error|load|click)\s*=/iu,
  /!\[[^\]]{0,200}\]\s*(?:\(|\[|:)|\b(?:javascript|vbscript|command|vscode|vscode-insiders|data:text\/html)\s*:\s*[\w/(%]/iu,
  /\]\(\s*(?:https?:|\/\/|file:|ftp:)/iu,
];

// A run of an encoding that no reader can read, and no clinician writes.
const encoded =
  /[A-Za-z0-9+/]{48,}={0,2}|(?:\\u[0-9a-f]{4}){6,}|(?:%[0-9a-f]{2}){8,}|(?:&#x?[0-9a-f]{2,6};){6,}/iu;

/** Zero-width, bidirectional, tag and variation characters, soft hyphens and controls: nobody sees them. Not tab and line end. */
export const invisibleCharacters = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Letters set apart one by one ("i g n o r e") are read as a word. */
const spelledOut = /\b(?:\p{L}[ .*_-]){4,}\p{L}\b/gu;

/** True when a text speaks to a machine that reads it. */
export function addressesMachine(text: string): boolean {
  const seen = text
    .replace(invisibleCharacters, '')
    .normalize('NFKC')
    .replace(spelledOut, (word) => word.replace(/[ .*_-]/g, ''))
    .replace(/[ \t]+/g, ' ');
  return encoded.test(seen) || cues.some((cue) => cue.test(seen));
}

/**
 * The sentences of a text that speak to a machine. Nothing of them is shown to a model: what it never reads it cannot
 * obey. A sentence that is left out by mistake makes a verdict less sure, never wrong.
 */
export function embeddedInstructions(text: string): Span[] {
  if (!addressesMachine(text)) return [];
  return splitSentences(text).filter(({ start, end }) => addressesMachine(text.slice(start, end)));
}
