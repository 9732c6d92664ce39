import { stemmer } from 'stemmer';
import type { Span } from '../../text/span';
import { tokens } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { isStopWord } from '../../text/words';

/** What somebody wants or does not want. The span is that of its words. */
export interface Wish extends Span {
  wants: boolean;
  /** Stem of the word that names it; undefined where it is left unsaid ("I'd rather not"). */
  head?: string;
  /** Stems of the words that tell its kind ("flu" of the flu vaccine). */
  kinds: ReadonlySet<string>;
}

const sameThing = wordTable({
  shot: 'vaccin',
  jab: 'vaccin',
  booster: 'vaccin',
  immun: 'vaccin',
  immunis: 'vaccin',
  vaccination: 'vaccin',
  influenza: 'flu',
  xrai: 'radiograph',
  surgeri: 'oper',
});

/** The stem by which two words for one thing are the same: "flu shot", "influenza vaccine". */
export function thingStem(word: string): string {
  const stem = stemmer(word.toLowerCase());
  return sameThing[stem] ?? stem;
}

// "Agrees to vaccination" names it; "agrees to defer the vaccine" is of something else.
const openers =
  /^\s*(?:to\s+(?=(?:the|a|an|his|her|their|this|that)\b|(?!(?:defer|delay|postpone|avoid|stop|skip|hold|decline|refuse|return|continue|discuss|consider|reconsider|review|forego|forgo|omit|cancel|reschedule|watch|monitor|read|think|reduce|cut|lose|increase|decrease|change|switch)\b)[\p{L}-]+(?:\s+[\p{L}-]+)?\s*(?:[.,;]|$)))?(?:to\s+(?:have|get|receive|undergo|proceed with|go ahead with|go for|start|take|do|try|be given|be on)\s+)?(?:(?:have|get|take|do)\s+)?(?:(?:the|a|an|any|some|his|her|my|that|this|your|more|annual|another|repeat)\s+)*/iu;
const objectEnd =
  /^(?:of|about|regarding|for|in|at|on|from|today|now|tonight|because|due|as|to|and|but|or|if|unless|that|which|with|before|after|when|while|this|until|again|please|either|anymore|anyway|right|yet|next|later|soon|tomorrow|then|done|\p{P})$/u;
const longestObject = 5;
/** Behind the thing itself these say only that it is done: "dietitian referral". */
const ways =
  /^(?:referrals?|appointments?|consult(?:ation)?|reviews?|visits?|evaluation|screening|procedures?|treatment|therapy|tests?|testing)$/;

/**
 * The thing that words behind "wants", "declines", "I'd rather not" name: "the flu vaccine today" is a vaccine of the kind flu.
 * @param text what stands behind the verb
 * @param at where it stands
 * @returns undefined where the verb is of something else than having it ("to miss the vaccine")
 */
export function wishedFor(text: string, at: number): Omit<Wish, 'wants'> | undefined {
  const opening = openers.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  if (/^\s*to\b/i.test(rest)) return undefined;
  const list = tokens(rest.slice(0, 80));
  const to = list.findIndex(({ text: word }) => objectEnd.test(word));
  const named = list.slice(0, to < 0 ? list.length : to);
  const words = named.filter(({ text: word, kind }) => kind === 'word' && !isStopWord(word));
  if (words.length > 1 && ways.test(words.at(-1)?.text ?? '')) words.pop();
  const last = words.at(-1);
  const bare = named.every(({ text: word }) =>
    /^(?:it|that|one|them|those|so|any|this|thanks|thank|you)$/.test(word),
  );
  if (bare) return { start: at, end: at + opening.trimEnd().length, kinds: new Set() };
  if (!last || named.length > longestObject) return undefined;
  const start = at + opening.length;
  return {
    start: start + (words[0]?.start ?? 0),
    end: start + last.end,
    head: thingStem(last.text),
    kinds: new Set(words.slice(0, -1).map(({ text: word }) => thingStem(word))),
  };
}

const who = String.raw`\b(?:patient|pt|he|she|they|mother|mom|mum|father|dad|parents?)\b`;
const somebody = new RegExp(who, 'i');
const whose = String.raw`${who}(?:\s+(?:also|still|now|currently|has|have|again|then|politely|adamantly))*\s+`;
const active = new RegExp(
  String.raw`${whose}(?:(?<wants>requests|requested|wants|wanted|would like|agrees|agreed|consents|consented|accepts|accepted|opts for|opted for|elects|elected|is (?:interested in|keen on|agreeable to|amenable to))|declines|declined|refuses|refused|does(?:n['’]t| not) want|did(?:n['’]t| not) want|would rather not|prefers not)\b`,
  'giu',
);
const passive =
  /(?<object>(?:(?!(?:offered|discussed|suggested|recommended|considered|advised|proposed) )[\p{L}-]+ ){1,3})(?:(?:was |were )?(?:offered|discussed|suggested|recommended|considered|advised|proposed)(?:,| and| but) )?(?:was |is |were )?(?:(?<wants>requested)|declined|refused)\b(?: by (?:the )?(?:patient|pt))?(?=\s*(?:[.,;)]|$|today\b))/giu;

/** What a note says that the patient, or who speaks for them, wants, agrees to or declines. */
export function notedWishes(text: string): Wish[] {
  const told = [...text.matchAll(active)].flatMap((match): Wish[] => {
    const end = match.index + match[0].length;
    const object = wishedFor(text.slice(end), end);
    return object?.head === undefined ? [] : [{ ...object, wants: match.groups?.['wants'] !== undefined }];
  });
  const bare = [...text.matchAll(passive)].flatMap((match): Wish[] => {
    const object = match.groups?.['object'] ?? '';
    if (somebody.test(object)) return [];
    const named = wishedFor(object, match.index);
    return named?.head === undefined ? [] : [{ ...named, wants: match.groups?.['wants'] !== undefined }];
  });
  return [...told, ...bare];
}
