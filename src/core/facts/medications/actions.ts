import type { Token } from '../../text/tokens';
import { opensBracket } from '../context/reach';
import { wordAt } from '../token-reach';
import { freeWords } from './gaps';
import { ending, type MedicationAction } from './medication-fact';
import { isGivenNext, isMomentOf, isOfBreath } from './no-orders';
import type { Draft } from './orders';
import type { ActionPart, Part } from './parts';

const passive = /^(?:was|were|been|be|being|is|are|get|got|'s|gets)$/;

/** "Is stopped", "remains on hold". */
function isPassive(list: readonly Token[], { from, name }: ActionPart): boolean {
  const word = wordAt(list, from - 1);
  return passive.test(word) || (word === 'on' && name === 'hold');
}

const negated =
  /^(?:not|n't|never|don't|didn't|doesn't|won't|without|haven't|hasn't|wouldn't|no|cannot|can't)$/;
const hypothetical = /^(?:if|when|whether|before|unless|until|once)$/;
/** "Some people stop it for a day": what is done by others, and is no order. */
const others =
  /^(?:people|patients|folks|others|everyone|everybody|somebody|someone|doctors|surgeons|dentists)$/;
/** How many telling words may stand between an action and the name that it is about. */
const actionReach = 6;

/** What a medicine does by itself. */
const ofItself = /^(?:stops|continues)$/;

/** Which medicine each action is about: by index of the medicine. An action reaches over a list ("continue A 5 mg and B"). */
export function actionsOf(
  list: readonly Token[],
  parts: readonly Part[],
  drafts: readonly Draft[],
): Map<number, ActionPart> {
  const found = new Map<number, ActionPart>();
  const actions = parts.filter((part): part is ActionPart => part.kind === 'action');
  actions.forEach((action, index) => {
    if (!isMeant(list, action) || isOfBreath(list, action) || isMomentOf(list, action)) return;
    const exchanged = action.name === 'change' ? exchangedBy(list, action, drafts) : [];
    for (const [at, name] of exchanged) found.set(at, { ...action, name });
    if (exchanged.length > 0 || onlyExchanges.test(wordAt(list, action.from))) return;
    const end = actions[index + 1]?.from ?? list.length;
    const before = drafts.findLastIndex((draft) => draft.name.to <= action.from);
    const onwards = /^(?:on|taking|with)$/.test(wordAt(list, action.to));
    const last = drafts[before];
    if (last && isPassive(list, action) && !onwards && freeWords(list, last.to, action.from, parts) <= 2) {
      found.set(before, action);
      return;
    }
    // "The warfarin stops and you begin apixaban."
    if (last?.name.to === action.from && ofItself.test(wordAt(list, action.from))) {
      found.set(before, action);
      return;
    }
    // "Glimepiride I'll stop also and put linagliptin in."
    if (last && !namedNext(drafts, action.to) && isFronted(list, last.to, action)) {
      found.set(before, action);
      return;
    }
    // "Chlorthalidone raises uric acid so I'm stopping that": the one before.
    if (last && isPronounNext(list, action) && !namedNext(drafts, action.to + 1)) {
      // "Hold it for two days and restart it": it is stopped and goes on, and neither alone says what is done.
      if (action.name !== 'start' && ending.has(found.get(before)?.name ?? 'start')) return;
      const isTakenUp =
        ending.has(found.get(before)?.name ?? 'start') ||
        list.slice(last.name.to, action.from).some(({ text }) => /^(?:skip|miss|omit)$/.test(text)) ||
        /^(?:again|back)$/.test(wordAt(list, action.to + 1));
      if (action.name === 'start' && isTakenUp) found.delete(before);
      else found.set(before, action);
      return;
    }
    // "A, B and C, which he stopped": all of them.
    if (last && isRelative(list, action) && freeWords(list, last.to, action.from, parts) <= 2) {
      for (let at = 0; at <= before; at++) if (!found.has(at)) found.set(at, action);
      return;
    }
    let from = action.to;
    for (let at = before + 1; at < drafts.length; at++) {
      const draft = drafts[at];
      if (!draft || draft.name.from >= end || isApart(list, action.to, draft.name.from)) break;
      if (ending.has(action.name) && isGivenInstead(list, action.to, draft.name.from)) break;
      if (at > before + 1 && isGivenNext(list, action, drafts[before + 1], draft)) break;
      if (isSubject(list, action.to, draft.name) || whatItDoes.test(wordAt(list, draft.name.to))) break;
      if (freeWords(list, from, draft.name.from, parts) > actionReach) break;
      found.set(at, isDropped(list, action, draft) ? { ...action, name: 'stop' } : action);
      from = draft.to;
    }
  });
  return found;
}

/** So many words may stand between a word for an exchange and a name, and between the two names. */
const exchangeReach = 5;
const towards = /^(?:to|for|with|onto|by)$/;
/** These exchange one medicine for another, or have nothing to do with it ("replace potassium"). */
const onlyExchanges = /^(?:swap|replac|transition|convert|mov)/;

/**
 * "Swap the omeprazole for pantoprazole", "switch you to apixaban": which medicine an exchange ends, and which one it begins.
 * @returns by index of the medicine; none where it is no exchange of two, nor one for another
 */
function exchangedBy(
  list: readonly Token[],
  action: ActionPart,
  drafts: readonly Draft[],
): [number, MedicationAction][] {
  const next = drafts.findIndex(({ name }) => name.from >= action.to);
  // "The insulin from Lantus to Tresiba": what is changed is the two behind it.
  const isKind = wordAt(list, (drafts[next + 1]?.name.from ?? 0) - 1) === 'from' && drafts.length > next + 2;
  const first = isKind ? next + 1 : next;
  const [one, other] = [drafts[first], drafts[first + 1]];
  if (!one) return [];
  const lead = shortWay(list, action.to, one.name.from);
  if (!lead) return [];
  const between = other && shortWay(list, one.to, other.name.from);
  if (between?.some((word) => towards.test(word)))
    return [
      [first, 'stop'],
      [first + 1, 'start'],
    ];
  const isTowards = lead.some((word) => /^(?:to|onto)$/.test(word)) && !lead.includes('from');
  if (!isTowards || /^(?:chang|adjust)/.test(wordAt(list, action.from))) return [];
  return between?.includes('from')
    ? [
        [first, 'start'],
        [first + 1, 'stop'],
      ]
    : [[first, 'start']];
}

/** The words from one place to another, where they are few and go on in one clause. */
function shortWay(list: readonly Token[], from: number, to: number): string[] | undefined {
  if (to < from || to - from > exchangeReach) return undefined;
  const words = list.slice(from, to).map(({ text }) => text);
  return words.some((word) => /^(?:[.,;:]|and|or|if|when|but)$/.test(word)) ? undefined : words;
}

/** "We'll drop the Compazine." is stopped; "drop the Lasix to forty" and "drop the Lasix dose" are less of it. */
function isDropped(list: readonly Token[], { from, to, name }: ActionPart, draft: Draft): boolean {
  const hasAmount = draft.parts.some(({ kind }) => kind === 'strength' || kind === 'bare' || kind === 'dose');
  return (
    name === 'decrease' &&
    wordAt(list, from) === 'drop' &&
    draft.name.from === to &&
    !hasAmount &&
    /^(?:[.,;!]|and|altogether|entirely|completely|now|for)?$/.test(wordAt(list, draft.name.to))
  );
}

/**
 * "Add omeprazole, to be taken only if naproxen is restarted", "(falls began thereafter), amlodipine": what stands under a condition or
 * on the other side of a bracket is no more of the list.
 */
function isApart(list: readonly Token[], from: number, to: number): boolean {
  return list.slice(from, to).some(({ text }) => leading.test(text)) || opensBracket(list, from, to);
}

const leading = /^(?:if|unless|when|because|while|since|until|once|after|before|following)$/;

const gives =
  /^(?:take|takes|taking|use|uses|using|give|gives|giving|given|go|goes|going|put|putting|have|having|try|trying|get|getting|on|rely|relying|need|needs|do|doing)$/;

/** "Stop the ibuprofen, and use diclofenac gel", "stop the aspirin now that you're taking apixaban": what another verb gives is not stopped. */
function isGivenInstead(list: readonly Token[], from: number, to: number): boolean {
  // "Stop taking the aspirin and the clopidogrel": the verb right behind is its own.
  const own = gives.test(wordAt(list, from)) ? from + 1 : from;
  return list.slice(own, to).some(({ text }) => gives.test(text));
}

/** "Reduce the nitrofurantoin effect": what is acted on is none of the medicine's amounts. */
const whatItDoes = /^(?:effects?|efficacy|absorption|levels?|clearance|toxicity|exposure|action)$/;

/** "Stop those sachets, the nitrofurantoin doesn't work with them": behind a comma it begins a clause of its own. */
function isSubject(list: readonly Token[], from: number, name: Draft['name']): boolean {
  return (
    verbs.test(wordAt(list, name.to)) &&
    list.slice(from, name.from).some(({ text }) => /^(?:,|as|so)$/.test(text))
  );
}

const verbs =
  /^(?:does|doesn't|do|don't|did|didn't|works?|can|can't|will|won't|may|might|makes?|has|hasn't|should|would|is|isn't|was|wasn't|needs?)$/;

/** "Stop that", "cut it in half": the pronoun may be in the words for the action. */
function isPronounNext(list: readonly Token[], { from, to }: ActionPart): boolean {
  return /^(?:that|it|this)$/.test(wordAt(list, to)) || wordAt(list, from + 1) === 'it';
}

/** "That losartan": the pronoun belongs to a name. */
function namedNext(drafts: readonly Draft[], at: number): boolean {
  return drafts.some(({ name }) => name.from === at);
}

/** Nothing but who does it stands between a name and what is done with it: "the glimepiride I'll stop". */
function isFronted(list: readonly Token[], from: number, action: ActionPart): boolean {
  const between = list.slice(from, action.from).map(({ text }) => text);
  const isSubject = between.some((word) => /^(?:i|we|i'll|we'll|i'd|we'd)$/.test(word));
  const isShort = between.every((word) =>
    /^(?:i|we|i'll|we'll|i'd|we'd|will|would|,|like|to|also)$/.test(word),
  );
  return isSubject && isShort && /^(?:also|too|as|for|now|today|and|[.,;])?$/.test(wordAt(list, action.to));
}

function isRelative(list: readonly Token[], action: ActionPart): boolean {
  return wordAt(list, action.from - 1) === 'which' || wordAt(list, action.from - 2) === 'which';
}

function isMeant(list: readonly Token[], action: ActionPart): boolean {
  // "I did try it": over, and nobody ordered it.
  if (wordAt(list, action.from) === 'try' && wordAt(list, action.from - 1) === 'did') return false;
  for (let at = action.from - 1; at >= Math.max(0, action.from - 3); at--) {
    const word = wordAt(list, at);
    if (/^[.,;]$/.test(word)) break;
    if (others.test(word)) return false;
    if (negated.test(word) || (hypothetical.test(word) && at >= action.from - 3)) return false;
  }
  return true;
}
