import { fillers } from './answers';

/**
 * True when an answer denies what was asked for by a word of it: "blood in your stool?" – "No, no blood, just watery".
 * @param asked the words that named it in the question
 */
export function deniesByWord(answer: string, asked: string): boolean {
  const named: readonly string[] =
    asked.toLowerCase().match(/\b(?:\p{L}{4,}|hip|leg|arm|eye|ear|toe|jaw|rib)\b/gu) ?? [];
  const denied = /^(?:(?:no|nope|nah)[\s,.]+)?no\s+(\p{L}+)\b([^.?!]{0,60})/iu.exec(
    answer.trim().replace(fillers, ''),
  );
  // "No pain in my chest, but …", "no pain my heart does race": the place is what was asked for, and then another clause begins.
  const rest = (denied?.[2] ?? '')
    .replace(/^\s+in\s+(?:(?:my|the|his|her)\s+)?(\p{L}+)/iu, (words, place: string) =>
      named.includes(place.toLowerCase()) ? '' : words,
    )
    .replace(
      /^\s*,?\s*(?:(?:my|his|her)\s+\p{L}+\s+(?:does|is|has|do|are)\b|but\b(?!\W+(?:it|that|there|sometimes|some|a|when|now|then|last|before)\b)).*$/iu,
      (words) => (/^\s*,?\s*but\b/i.test(words) && named.length < 2 ? words : ''),
    );
  const isOfSeveral = named.length > 1;
  if (named.some((word) => isNotThere(word, answer, isOfSeveral))) return true;
  return (
    denied !== null &&
    named.includes((denied[1] ?? '').toLowerCase()) &&
    !/\b(?:but|except|other|apart|besides|aside|until|before|ago|more|now|currently|today|yet|since|only|when|if|at|in|on)\b/i.test(
      rest,
    )
  );
}

/** Words that stand in the names of too many findings to deny one of them. */
const general = /^(?:pain|your|have|with|when|ever|feel|from|that|this|them|hurt|ache)/i;
/** What is there, and how it is: "the swelling's fine" does not say that there is none. */
const complaint = /(?:ing|ings|ache|aches|rash|fever|fevers|cough|loss|changes?|trouble|problems?)$/i;

/** "Not my head", "the hip's fine", "it doesn't lock": denied by a word of what was asked for. */
function isNotThere(word: string, answer: string, isOfSeveral: boolean): boolean {
  if (general.test(word)) return false;
  const stem = word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/i, '') : word;
  const begins = String.raw`(?:^|[.!,]\s*)(?:and |but |no,? )?`;
  const denies = [
    String.raw`not (?:in )?(?:the |my |his |her )?${word}\s*(?:[.!]|$)`,
    String.raw`(?:(?:it|they|i|he|she|we) )?(?:(?:does|do|did|has|have|is|was|are)n['’]?t|never|would ?n['’]?t (?:say|call it)(?: it's| it was| he's| she's)?) ${stem}\p{L}{0,3}\s*(?:[.!,]|$)`,
    // "Black motion no."
    String.raw`(?:\p{L}+ )?${stem}\p{L}{0,3},? (?:no|none|nil)\s*(?:[.!,]|$)`,
    // "Hair loss?" "Hair's fine.": the part is as it should be.
    ...(isOfSeveral && !complaint.test(word)
      ? [
          String.raw`(?:the |my |his |her )?${stem}\p{L}{0,2}(?:['’]s| is| are| has been| have been) (?:all |still |always |quite )?(?:fine|normal|good|okay|ok|all right|alright|perfect|clear|the same|steady|stable|unchanged)\s*(?:[.!,]|$)`,
        ]
      : []),
  ];
  return denies.some((words) => new RegExp(begins + `(?:${words})`, 'iu').test(answer));
}

/**
 * True where an answer tells of something else, and says that it is not what was asked for: "Belly pain?" – "A full feeling. Not pain."
 * @param asked the words that name what was asked for
 */
export function isCalledElse(answer: string, asked: string): boolean {
  const name =
    /(?:^|[.,;!]\s*|\bbut )(?:it['’]s )?not (?:really |exactly |actually )?(?:an? |any )?(\p{L}{4,})\s*(?:[.,;!]|$)/iu.exec(
      answer,
    )?.[1];
  return (
    name !== undefined &&
    asked
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(name.toLowerCase())
  );
}

const restDenied =
  /\b(?:none of the (?:rest|others?)|none of (?:those|them|that)(?: otherwise)?|not the (?:rest|others?|other (?:one|two|three|ones|things?))|nothing else|neither of the others?)\b(?!\s+(?:helps|works|to))/i;

/**
 * True when an answer denies whatever it did not name: "Tired, yes. None of the rest."
 * @param asked the words that name what was asked for
 */
export function deniesRest(answer: string, asked: string): boolean {
  const named = (asked.toLowerCase().match(/\p{L}{3,}/gu) ?? []) as readonly string[];
  return restDenied.test(answer) && !named.some((word) => answer.toLowerCase().includes(word));
}
