import type { PassageEvidence } from '../../core/checks/check';
import { lineReader } from '../../core/claims/line-reader';
import { checkInput } from '../../core/checks/check-input';
import {
  checkStatement,
  notCompared,
  type StatementResult,
  withNoteFindings,
} from '../../core/checks/check-statement';
import type { Finding } from '../../core/verdicts/finding';
import { weighFindings } from '../../core/checks/confidence/weighed-findings';
import type { NoteStatement } from '../../core/checks/note-check';
import { inNote, reported, runNoteChecks } from '../../core/checks/run-checks';
import { withoutToldElsewhere } from '../../core/checks/told-elsewhere';
import { throwIfCancelled } from '../../core/errors';
import { extractFacts, type SentenceFacts } from '../../core/facts/extract';
import type { CalendarDate } from '../../core/facts/fact';
import type { GuidelineStore } from '../../core/ports';
import { outline } from '../../core/text/statements';
import { namedProfile } from '../../core/verdicts/named-profile';
import { profileOf, severitiesOf } from '../../core/verdicts/note-profiles';
import { textHash } from '../../core/verdicts/suppression';
import { GuidelinePassages } from '../library/guideline-passages';
import { LruMap } from '../lru-map';
import { noteLanguages } from './languages';
import { noteReport } from './build-report';
import type { CheckNoteRequest, NoteReport } from '../engine';
import { judgeStatementOfNote, type JudgedResult, type StatementJudging } from '../judge/statement';
import { isOpen, readStatement, type ReadResult, type StatementReading } from './read-statement';
import type { SourceReader } from './source-reader';

/** The checker hands the event loop back after this long, so that a newer request can cancel it. */
const sliceMs = 12;
/** Statement results that are kept; a long note has a few hundred. */
const keptResults = 20_000;

/** What is known of a statement: its facts and its result, both relative to it. */
interface KnownStatement {
  facts: SentenceFacts[];
  passages: readonly PassageEvidence[];
  result: StatementResult;
}

/** The day by this machine's calendar. */
function today(): Required<CalendarDate> {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Checks notes, and keeps the results of statements, so that only changed ones are checked again. */
export class NoteChecker {
  private readonly known = new LruMap<string, KnownStatement>(keptResults);
  /** What the verifier has made of statements that typed facts leave open, by the same keys. */
  private readonly read = new LruMap<string, ReadResult>(keptResults);
  /** What a language model has made of statements that are open all the same, by the same keys. */
  private readonly judged = new LruMap<string, JudgedResult>(keptResults);
  /** Why the last check that wanted a language model had none; undefined where it had one. */
  private unjudged: string | undefined;
  private readonly passages = new GuidelinePassages();

  /**
   * @param reader reads the sources; its terminology is what notes and passages are read with, too
   * @param store the library; undefined: no guideline checks
   * @param reading what statements are read with that typed facts leave open, where a request asks for it
   * @param judging makes what judges in one check what is open after that; gives undefined where the settings want none
   */
  constructor(
    private readonly reader: SourceReader,
    private readonly store?: () => Promise<GuidelineStore>,
    private readonly reading?: () => Promise<StatementReading | undefined>,
    private readonly judging?: () => StatementJudging | undefined,
  ) {}

  /**
   * Checks a note against its sources and, where there is one, the library.
   * @throws AttestError `cancelled`
   */
  async check(request: CheckNoteRequest, signal?: AbortSignal): Promise<NoteReport> {
    const started = performance.now();
    const { terminology } = this.reader;
    const given = request.sources
      .filter((source) => source.text.trim() !== '')
      .map((source) => this.reader.index(source));
    const store = request.useLibrary === false ? undefined : await this.store?.();
    const generation = store ? await store.refresh() : -1;
    const { visible, statements, sections } = outline(request.text, lineReader(terminology));
    const languages = await noteLanguages(visible, sections, given);
    const sources = languages.readable;
    const named = namedProfile(request.text);
    const profile = named.profile ?? request.profile ?? profileOf(sections, request.text);
    const policy = { ...severitiesOf(profile), ...request.severities };
    const base = JSON.stringify([
      sources.map((source) => [source.document, source.version]),
      generation,
      policy,
    ]);
    const reading = request.read === true ? await this.reading?.() : undefined;
    const judging = request.judge === true ? this.judging?.() : undefined;
    const checked: (NoteStatement & { result: JudgedResult })[] = [];
    let reused = 0;
    let sliceStart = performance.now();
    for (const statement of statements) {
      const section = sections[statement.section];
      const foreign = section && languages.sections.get(section);
      if (foreign !== undefined) {
        checked.push({ statement, section, facts: [], passages: [], result: notCompared(foreign) });
        continue;
      }
      const key = textHash(
        `${base}\u0000${section?.title ?? ''}\u0000${statement.label ?? ''}\u0000${statement.text}`,
      );
      const known = this.known.get(key);
      // What has been read or judged stays so, also where a check does not ask for it.
      const read = this.read.get(key);
      const judged = this.judged.get(key);
      const latest = judged ?? read ?? known?.result;
      const isDone = judged !== undefined || !latest || !isOpen(latest) || (!judging && (read || !reading));
      if (known && latest && isDone) {
        reused++;
        checked.push({ statement, section, ...known, result: latest });
        continue;
      }
      if (performance.now() - sliceStart > sliceMs) {
        await new Promise((resolve) => setImmediate(resolve));
        sliceStart = performance.now();
      }
      throwIfCancelled(signal);
      const facts = known?.facts ?? extractFacts(statement.text, undefined, terminology);
      const passages =
        known?.passages ??
        (store ? await this.passages.of(store, generation, statement.text, facts, terminology) : []);
      const input = checkInput(statement, section, sources, facts, terminology);
      const reason = languages.whole !== undefined && { reason: languages.whole };
      const typed = known?.result ?? { ...checkStatement(input, policy), ...reason };
      this.known.set(key, { facts, passages, result: typed });
      let result: ReadResult = read ?? typed;
      if (reading && !read) {
        result = { ...(await readStatement(typed, input, reading, signal)), ...reason };
        this.read.set(key, result);
      }
      const said = judging && (await judgeStatementOfNote(result, input, judging, policy, signal));
      if (said?.judged) this.judged.set(key, said);
      checked.push({ statement, section, facts, passages, result: said ?? result });
    }
    if (judging) this.unjudged = judging.judge.use?.failed;
    const told = withoutToldElsewhere(checked, sources, policy);
    // The rules about a whole note are English as well, and would find noise in another language.
    const ofNote: ReturnType<typeof runNoteChecks> = languages.isOfNote
      ? new Map<number, Finding[]>()
      : runNoteChecks(
          {
            document: request.note,
            text: request.text,
            sections,
            statements: told,
            sources,
            terminology,
            today: today(),
          },
          policy,
        );
    const all = told.map(({ result }, at) => reported([...result.findings, ...(ofNote.get(at) ?? [])]));
    const decided = told.map((own, at) => ({
      ...own,
      result: withNoteFindings(own.result, ofNote.get(at) ?? []),
    }));
    const weighed = weighFindings(decided, all, sources, policy);
    const findings = weighed.flatMap(({ checked: { statement }, findings: own }) =>
      own.map((finding) => inNote(finding, statement)),
    );
    return noteReport(request, {
      checked: weighed.map((one) => one.checked),
      findings,
      sources,
      profile,
      ...(named.unknown && { unknownProfile: named.unknown }),
      ...(languages.whole !== undefined && { foreign: languages.whole }),
      ...(languages.language !== undefined && { foreignLanguage: languages.language }),
      ...(this.unjudged !== undefined && { unjudged: this.unjudged }),
      reused,
      seconds: (performance.now() - started) / 1000,
    });
  }
}
