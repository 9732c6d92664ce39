import words from './words.json';

const asking =
  /^(?:what|which|who|whom|whose|when|where|why|how(?: (?:much|many|long|often))?)\s+(?:\S+\s+){0,3}?(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\b/i;
/**
 * The verb before its subject. Notes leave the subject out ("Is on metformin", "Has a cough", "Does well"), so that only a
 * subject that can't be anything else tells a question.
 */
const inverted =
  /^(?:(?:do|does|did|is|are|was|has|have|can|could|would|will|may|might|shall)(?:n't|\s+not)?\s+(?:i|you|he|she|they|we|there|(?:the|this|your|our)\s+(?:patient|pt|mother|father|mum|dad|child|baby)s?)|(?:is|was|does|did|can|could|would|will|might)(?:n't|\s+not)?\s+(?:it|this|that)|(?:should|had|were)(?:n't|\s+not)?\s+(?:i|you|he|she|they|we|it|there))\s+\p{L}/iu;
/** "Should she develop a fever, call": a condition. */
const condition = /^(?:should|had|were)\b[^,]*,/i;
/** "Is aspirin indicated", of what is asked of a treatment. */
const indicated =
  /^(?:is|are)\s+(?:[\p{L}\d-]+\s+){1,4}?(?:indicated|contraindicated|recommended|needed|required|necessary|safe|effective|appropriate|allowed|useful)\b[^,.;]*$/iu;
const prepositions =
  /^(?:is|are)\s+(?:on|in|at|for|under|not|also|still|well|now|an?|the|very|more|less|no)\b/i;

/** "How about a statin", "What about aspirin". */
const whatAbout = /^(?:how|what)\s+about\s+\p{L}/iu;
/** "Any chest pain", "Anything else": asked as long as nothing is said of it. */
const whetherAny = /^(?:any|anything|anyone)(?:,?\s+[\p{L}'/-]+){1,6}[.]?$/iu;
const said = new Set([...words.verbs, ...words.finiteVerbs, ...words.anyTells]);
/** "Query gout": a word of doubt before what is doubted. */
const queried = /^query(?:\s+\p{L}+){1,5}[.]?$/iu;

/** Tells whether a sentence asks, by its mark, its first word or the order of its words. */
export function isQuestion(text: string): boolean {
  if (/\?["'”’)\]*_]*$/.test(text)) return true;
  if (/^\?\s*\p{L}/u.test(text) || isShortQuery(text) || whatAbout.test(text)) return true;
  if (inverted.test(text)) return !condition.test(text);
  if (/[.!]$/.test(text)) return false;
  return asking.test(text) || (indicated.test(text) && !prepositions.test(text));
}

function isShortQuery(text: string): boolean {
  const isShort = whetherAny.test(text) || queried.test(text);
  return (
    isShort &&
    !text
      .toLowerCase()
      .split(/[\s.,]+/)
      .some((word) => said.has(word))
  );
}
