/**
 * Messages between the extension (host) and the side panel. The host owns the data; the panel owns navigation and
 * drafts. Every message from the panel is validated by `parsePanelMessage` before the host acts on it.
 */
import { z } from 'zod';
import type {
  Answer,
  ChatAnswer,
  FactCheckReport,
  FaithfulnessReport,
  IndexReport,
  NoteReport,
  PlanReport,
  SearchStep,
} from '../src/engine/engine';
import type { CatalogueEntry } from '../src/core/ports';
import type { ServerState } from '../src/server/protocol';

export type { SearchStep };

export const tabs = ['findings', 'factCheck', 'faithfulness', 'chat', 'library'] as const;
export type Tab = (typeof tabs)[number];

/** A piece of work whose result the panel shows: not asked for, still running, done, or failed with what to do. */
export type Loadable<T> =
  | { state: 'empty' }
  | { state: 'loading' }
  | { state: 'done'; value: T }
  | { state: 'failed'; message: string; advice: string };

/** A note with its last report. */
export interface NoteFindings {
  name: string;
  uri: string;
  report: NoteReport;
  /** The note was changed since it was checked, so the findings may be out of date. */
  edited?: boolean;
}

/** A fact-check, or a plan that was verified; `stopped`: somebody ended it, and what is pending stays unchecked. */
export type ShownFactCheck = (FactCheckReport | PlanReport) & { stopped?: true };

/** The result of *Score Faithfulness*. Spans of the sentences are offsets into the scored text. */
export interface FaithfulnessResult extends FaithfulnessReport {
  /** What was scored, e.g. the file's name. */
  name: string;
  sources: string[];
  /** The document that was scored, where its sentences can be shown in an editor. */
  uri?: string;
  /** Where the scored text starts in the document of `uri`; 0 when absent. */
  offset?: number;
}

/** An answer as the panel shows it; one that is quotes alone has no sentences that were verified. */
export type PanelAnswer = Answer &
  Partial<ChatAnswer> & {
    /** It was stopped or broke off: its text is what was written until then, and nothing of it was verified. */
    stopped?: true;
    /** Why it broke off; absent where somebody stopped it. */
    broken?: { message: string; advice: string };
  };

/** One question with its answer. */
export interface ChatTurn {
  id: number;
  question: string;
  answer: Loadable<PanelAnswer>;
  /**
   * The note that went along with it, or a selected part, which starts at `start` (UTF-16 code units). The part's text is not
   * kept with the conversation, and absent once it was closed.
   */
  along?: { uri: string; name: string; selection?: { start: number; text?: string } };
  /** What there is of an answer that is still being made. */
  progress?: { text: string; trail: SearchStep[]; verifying: boolean };
}

/** A conversation of this workspace, as the list shows it. */
export interface ChatSummary {
  id: string;
  title: string;
  /** Milliseconds since the epoch. */
  updated: number;
}

/** What the library holds and which folders it is made from. */
export interface LibraryModel {
  documents: Pick<CatalogueEntry, 'path' | 'title' | 'format' | 'passages'>[];
  passages: number;
  folders: string[];
}

/** Everything the panel shows. The host sends it whole after each change; the panel renders it and keeps nothing of it. */
export interface PanelModel {
  findings: Loadable<NoteFindings>;
  /** The text in the active editor, unless it is shown as evidence: what *Check Note* would check. */
  activeNote?: { name: string; uri: string };
  /** The last fact-check, or the last plan that was verified step by step. */
  factCheck: Loadable<ShownFactCheck>;
  faithfulness: Loadable<FaithfulnessResult>;
  chat: ChatTurn[];
  /**
   * The conversations of this workspace that hold the words that are searched for, newest first; the one that is open is
   * among them once it has an answer.
   */
  chats?: ChatSummary[];
  /** There are conversations, whether the search finds them or not. */
  hasChats?: boolean;
  /** The words that conversations are searched for. */
  chatSearch?: string;
  openChat?: string;
  /** What goes next, where no more is kept: the oldest conversation, the oldest questions of the one that is open. */
  lettingGo?: { conversation?: { of: number; title: string }; questions?: { of: number } };
  /** The language model that writes answers, and where it runs; absent: answers are quotes, made offline. */
  chatModel?: { name: string; place: string };
  library: Loadable<LibraryModel>;
  /** The report of the last run of the indexer in this window. */
  lastIndex?: IndexReport;
  server: ServerState;
}

/** Host → panel. `finding` is the fingerprint of the finding to scroll to and focus (*Explain in Panel*). */
export type HostMessage =
  { type: 'model'; model: PanelModel } | { type: 'showTab'; tab: Tab; finding?: string };

const span = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };
const citation = z.object({
  ...span,
  kind: z.enum(['source', 'library', 'note']),
  document: z.string().max(4096),
  title: z.string().max(4096),
  version: z.string().max(128),
  section: z.array(z.string().max(4096)).max(64),
  page: z.number().int().positive().optional(),
  quote: z.string().max(20_000),
});

const turn = z.number().int().positive();
const chat = z.string().min(1).max(64);

const panelMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('openCitation'), citation }),
  z.object({ type: z.literal('revealSpan'), uri: z.string().max(4096), ...span }),
  z.object({
    type: z.literal('applyFix'),
    uri: z.string().max(4096),
    fingerprint: z.string().max(128),
    fix: z.number().int().nonnegative(),
  }),
  /** Applies the fixes of all findings of a style rule in the note. */
  z.object({
    type: z.literal('fixAll'),
    uri: z.string().max(4096),
    rule: z.templateLiteral(['style/', z.string().max(128)]),
  }),
  z.object({ type: z.literal('ignoreFinding'), uri: z.string().max(4096), fingerprint: z.string().max(128) }),
  /** Opens a file that the model names: a source, a library document or a file that could not be read. */
  z.object({ type: z.literal('openFile'), path: z.string().min(1).max(4096) }),
  /** Shows one of the extension's own settings. */
  z.object({
    type: z.literal('openSetting'),
    setting: z.enum(['attest.notes.profile', 'attest.rules.severity']),
  }),
  z.object({ type: z.literal('factCheck'), text: z.string().min(1).max(50_000) }),
  z.object({ type: z.literal('stopFactCheck') }),
  z.object({
    type: z.literal('ask'),
    question: z.string().min(1).max(4000),
    /** What of the active note goes along, or `same`: what went along with turn `instead`; nothing unless the user chose it. */
    along: z.enum(['note', 'selection', 'same']).optional(),
    /** The question takes the place of this turn and what followed it. */
    instead: turn.optional(),
  }),
  z.object({ type: z.literal('stopAnswer'), turn }),
  z.object({ type: z.literal('regenerate'), turn }),
  z.object({ type: z.literal('copyAnswer'), turn }),
  /** Inserts an answer into the active note, with its citations. */
  z.object({ type: z.literal('insertAnswer'), turn }),
  z.object({ type: z.literal('searchChats'), words: z.string().max(200) }),
  z.object({ type: z.literal('newChat') }),
  z.object({ type: z.literal('openChat'), chat }),
  z.object({ type: z.literal('renameChat'), chat, title: z.string().trim().min(1).max(120) }),
  z.object({ type: z.literal('deleteChat'), chat }),
  z.object({ type: z.literal('exportChat'), chat }),
  /** Runs one of the extension's own commands; nothing else can be named. */
  z.object({
    type: z.literal('command'),
    command: z.enum([
      'attest.indexLibrary',
      'attest.addGuidelineFolder',
      'attest.clearLibrary',
      'attest.checkNote',
      'attest.factCheckSelection',
      'attest.factCheckNote',
      'attest.exportFactCheck',
      'attest.verifyPlan',
      'attest.scoreFaithfulness',
      'attest.linkSource',
      'attest.openSampleClinic',
      'attest.showIgnoredFindings',
      'attest.showLog',
    ]),
  }),
]);

/** Panel → host. */
export type PanelMessage = z.infer<typeof panelMessage>;

/** Validates what came from the webview. Throws ZodError for anything that is not a known message. */
export function parsePanelMessage(data: unknown): PanelMessage {
  return panelMessage.parse(data);
}
