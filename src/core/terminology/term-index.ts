import type { Concept } from '../facts/fact';
import { tokens, type Token } from '../text/tokens';
import type { TermKind } from './knowledge';

/** A term of a dictionary found in a list of tokens; token indices, `to` exclusive. */
export interface TermMention {
  concept: Concept;
  from: number;
  to: number;
  /** The word itself says that the finding is absent: "afebrile". */
  absent?: true;
  /** The word is in no dictionary, and nearly a name that is: the concept is that of the name. */
  misspelling?: { written: string; candidates: string[] };
}

/** What a form of a term stands for. */
export interface TermMeaning {
  kind: TermKind;
  name: string;
  /** Of a kind that is an entry of its own, the entry's name; `name` is that of what it is a kind of. */
  subtype?: string;
  absent?: true;
}

interface Node {
  next?: Map<string, Node>;
  meanings?: TermMeaning[];
  /** Kinds of which the form is no term, and neither is what it begins with. */
  ignored?: Set<TermKind>;
}

const plainWords = /^[a-z]+(?: [a-z]+)*$/;

/** The words of a form, as the tokens of a text have them. */
export function wordsOf(form: string): string[] {
  if (plainWords.test(form)) return form.split(' ');
  return tokens(form).map((token) => token.text);
}

const possessives: ReadonlySet<string> = new Set(['my', 'your', 'his', 'her', 'their', 'the']);

/** "Blood in your urine" is "blood in my urine" too: inside of a form, one word stands for all that say whose it is. */
function keyOf(word: string, isFirst: boolean): string {
  return !isFirst && possessives.has(word) ? 'your' : word;
}

/** "Weight's eighty-eight kilos", "lisinopril's twenty": what is followed by its value. Of findings, "'s" may begin anything. */
const toldWithIs: ReadonlySet<TermKind> = new Set(['measurement', 'medication']);

/** Transcripts without marks write "oxygens ninety nine" and "heart rates one eighteen". */
function isValue(token: Token | undefined): boolean {
  return token?.kind === 'number' || spokenNumber.test(token?.text ?? '');
}

const spokenNumber =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

function intersects(some: ReadonlySet<TermKind>, kinds: ReadonlySet<Concept['kind']>): boolean {
  for (const kind of some) if (kinds.has(kind)) return true;
  return false;
}

/** Finds forms of several words in a list of tokens; the time for a word does not grow with the number of forms. */
export class TermIndex {
  private readonly root: Node = {};

  /** Adds a form. What was added earlier for the same form and kind goes first. */
  add(form: string, meaning: TermMeaning): void {
    const node = this.nodeOf(wordsOf(form));
    if (node !== this.root && !node.ignored?.has(meaning.kind)) (node.meanings ??= []).push(meaning);
  }

  /**
   * Makes a form no term of some kinds, whatever is added for it from now on; in "discharge summary" there is no
   * discharge either. What was added before stays.
   */
  ignore(form: string, kinds: Iterable<TermKind>): void {
    const node = this.nodeOf(wordsOf(form));
    if (node === this.root) return;
    node.ignored ??= new Set();
    for (const kind of kinds) {
      if (!node.meanings?.some((meaning) => meaning.kind === kind)) node.ignored.add(kind);
    }
  }

  /**
   * The longest form of one of the kinds that begins at token `at`.
   * @returns its meaning and its end; the end alone for a form that is to be ignored
   */
  longest(
    list: readonly Token[],
    at: number,
    kinds: ReadonlySet<Concept['kind']>,
  ): { meaning?: TermMeaning; to: number } | undefined {
    let found: { meaning?: TermMeaning; to: number } | undefined;
    let node: Node | undefined = this.root;
    for (let to = at; to < list.length;) {
      const word = list[to]?.text ?? '';
      const next: Node | undefined = node.next?.get(keyOf(word, to === at));
      if (!next) {
        const told = word.endsWith("'s") ? node.next?.get(word.slice(0, -2)) : undefined;
        const unmarked =
          isValue(list[to + 1]) && word.endsWith('s') ? node.next?.get(word.slice(0, -1)) : undefined;
        const meaning =
          told?.meanings?.find(({ kind }) => kinds.has(kind) && toldWithIs.has(kind)) ??
          unmarked?.meanings?.find(({ kind }) => kinds.has(kind) && kind === 'measurement');
        if (meaning) found = { meaning, to: to + 1 };
        break;
      }
      node = next;
      to++;
      const meaning = node.meanings?.find(({ kind }) => kinds.has(kind));
      if (meaning) found = { meaning, to };
      else if (node.ignored && intersects(node.ignored, kinds)) found = { to };
    }
    return found;
  }

  /** What a form stands for, by kind; undefined when it is no form. */
  meaning(form: string, kind: TermKind): TermMeaning | undefined {
    return this.meanings(form).find((meaning) => meaning.kind === kind);
  }

  /** Everything that a form stands for. */
  meanings(form: string): readonly TermMeaning[] {
    let node: Node | undefined = this.root;
    for (const [at, word] of wordsOf(form).entries()) node = node?.next?.get(keyOf(word, at === 0));
    return node?.meanings ?? [];
  }

  /** Every word of every form. */
  *words(): Iterable<string> {
    const open: Node[] = [this.root];
    for (let node = open.pop(); node; node = open.pop()) {
      for (const [word, next] of node.next ?? []) {
        yield word;
        open.push(next);
      }
    }
  }

  private nodeOf(words: readonly string[]): Node {
    let node = this.root;
    for (const [at, word] of words.entries()) {
      const key = keyOf(word, at === 0);
      node.next ??= new Map();
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = {}));
      node = next;
    }
    return node;
  }
}
