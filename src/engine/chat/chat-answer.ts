import type { AnswerLacks } from '../../core/chat/answer-lacks';
import type { Span } from '../../core/text/span';
import type { ModelCost } from '../../core/language-model/model-meter';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { Verdict } from '../../core/verdicts/verdict';
import type { Answer, JudgedByModel, SourceText } from '../engine';

/** An earlier question with its answer. */
export interface ChatHistoryTurn {
  question: string;
  answer: string;
}

/** What the user gave along with a question. */
export interface ChatContext {
  /** Absolute path or URI, and text, of the note. */
  note?: SourceText;
  /** The selected part of the note. */
  selection?: string;
  /** Where the selection starts in the note, UTF-16 code units: its words may stand there more than once. */
  selectionStart?: number;
  /** What the note was written from. */
  sources?: SourceText[];
}

export interface ChatRequest {
  /** May begin with a command: `/check`, `/factcheck`, `/summarise`, `/explain`. */
  question: string;
  /** Oldest first. */
  history: readonly ChatHistoryTurn[];
  context?: ChatContext;
  /** The question is asked anew: the answer may differ, and none that was kept is given. */
  again?: boolean;
  /** How far the search is followed up; absent: two rounds of two queries. */
  depth?: SearchDepth;
}

/** How far a question is followed up in the library. */
export interface SearchDepth {
  /** 0: the question alone is searched for. */
  rounds: number;
  queriesPerRound: number;
}

export const defaultSearchDepth: SearchDepth = { rounds: 2, queriesPerRound: 2 };

/** One search of the library on the way to an answer. */
export interface SearchStep {
  /** 0 for the question itself. */
  round: number;
  query: string;
  /** Passages that no earlier search had found. */
  found: number;
}

/** What happens while an answer is made. */
export type ChatEvent =
  | { kind: 'search'; step: SearchStep }
  | { kind: 'text'; piece: string }
  | { kind: 'verifying'; sentences: number };

/** A sentence of an answer, held against what it cites; the span points into the answer's text. */
export interface AnswerSentence extends Span {
  text: string;
  verdict: Verdict;
  /** Numbers of the citations that bear it out or contradict it, from 1. */
  citations: number[];
  /** What words and typed facts say; absent where nothing was there to compare with. */
  checkers?: CheckerOpinion[];
  /** A language model was asked besides. */
  judged?: JudgedByModel;
}

/** An answer of the chat. Refused when nothing supports it; its citations then are what was looked at. */
export interface ChatAnswer extends Answer, AnswerLacks {
  trail: SearchStep[];
  /** Empty for an answer that is quotes alone. */
  sentences: AnswerSentence[];
  /** The model that wrote it and what that took; absent: no model was asked. */
  model?: { name: string; cost: ModelCost };
}
