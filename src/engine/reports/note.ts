import type { Citation } from '../../core/evidence/citations/citation';
import type { ModelUse } from '../../core/language-model/model-meter';
import type { Span } from '../../core/text/span';
import type { Finding, RuleCode, Severity } from '../../core/verdicts/finding';
import type { NoteProfile } from '../../core/verdicts/note-profiles';
import type { ScoreSummary } from '../../core/verdicts/score';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { Verdict } from '../../core/verdicts/verdict';
import type { JudgedByModel } from './claim';

/** A text that a note was written from. */
export interface SourceText {
  /** Absolute path, or a name where there is no file. */
  document: string;
  text: string;
}

export interface CheckNoteRequest {
  /** Absolute path or URI of the note: findings of unchanged sentences are kept under this name. */
  note: string;
  text: string;
  sources: SourceText[];
  /** Also compare with the library; true by default where there is one. */
  useLibrary?: boolean;
  /** The kind of note, where the note's own front matter does not name it; undefined: told from the headings. */
  profile?: NoteProfile;
  /** Rule code → severity; a rule set to `off` is not reported. Comes before what the profile asks for. */
  severities?: Partial<Record<RuleCode, Severity>>;
  /**
   * Also have the verifier read the statements that typed facts leave open; takes some ten milliseconds for each. What has
   * been read stays so in later checks of the same statement, also of those that don't ask for it.
   */
  read?: boolean;
  /**
   * Also have the language model judge what is open after that, where the settings want notes judged; takes a call or more for
   * each. It asks nobody for agreement, and goes on without a model where there is none. What has been judged stays so.
   */
  judge?: boolean;
  /** Fingerprints of findings that a person dismissed. */
  ignored?: ReadonlySet<string>;
}

/** A statement of the note with its verdict against the sources. */
export interface CheckedStatement extends Span {
  text: string;
  verdict: Verdict;
  /** Why nothing was checked, for `not-scored`; why nothing decides it, for `not-sure`. */
  reason?: string;
  citations: Citation[];
  /** Its words and values that no source holds, as it writes them; absent where it is decided, or all are there. */
  untold?: string[];
  /** What typed facts and the verifier each say; absent where the verifier has not read it. */
  checkers?: CheckerOpinion[];
  /** A language model was asked, because the checkers without one were not sure, or differ. */
  judged?: JudgedByModel;
  /** How likely the model's verdict is right (0…1), where it was asked and tells. */
  confidence?: number;
}

/** What kept a check from being complete: a missing source, unreadable front matter, an ignore comment without a reason. */
export interface NoteProblem {
  message: string;
  advice: string;
  /** Where it stands in the note, when there is a place. */
  at?: Span;
}

export interface NoteReport {
  note: string;
  /** The kind of note that the rules were chosen for. */
  profile: NoteProfile;
  findings: Finding[];
  /** Findings that were left out because a person ignored them. */
  ignored: Finding[];
  statements: CheckedStatement[];
  scores: { faithfulness: ScoreSummary };
  /** Why the note as a whole was not compared, e.g. no source. */
  notScored?: string;
  /** ISO 639-1 code of the language of note or source, where that is why. */
  foreignLanguage?: string;
  sources: string[];
  /** The language model that judged what was not sure without it, or why it could not; absent where none had a part. */
  model?: ModelUse;
  /** The front doors, which find the sources and read the ignore comments, add theirs. */
  problems?: NoteProblem[];
  /** Statements whose earlier result was taken over. */
  reused: number;
  seconds: number;
}
