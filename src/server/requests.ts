import type { Connection, RequestType, RequestType0 } from 'vscode-languageserver/node';
import { AttestError, throwIfCancelled, toAttestError } from '../core/errors';
import { isRecordFile } from '../core/evidence/passages/document';
import type { ChatContext } from '../engine/chat/chat-answer';
import type { FactCheckReport, PlanReport, SourceText } from '../engine/engine';
import { exportFactCheck } from '../engine/fact-check-export/formats';
import { withSignal } from './client/cancellation';
import type { NoteCheck } from './note/check';
import type { Context } from './context';
import { contradictedClaims } from './findings/contradicted-claims';
import { failingStep } from './findings/failing-step';
import { ignoreFinding } from './note/ignore-finding';
import type { Ignores } from './note/ignores';
import type { Library } from './library/upkeep';
import type { Notes } from './note/notes';
import type { Outbox } from './client/outbox';
import { Notifications, Requests, type ChatParams, type ErrorData, type TextWithSources } from './protocol';
import { toResponseError } from './client/response-error';
import { useTool } from './tools';
import { nameOf, pathOf, uriOf } from './files/uris';
import { findNotes } from './note/in-workspace';

/** The parts of the server that requests are answered with. */
export interface Services {
  context: Context;
  outbox: Pick<Outbox, 'factCheckProgress' | 'calibrationProgress'>;
  notes: Notes;
  check: NoteCheck;
  library: Library;
  ignores: Ignores;
  /** Absolute paths of the notes that are open. */
  openNotes: () => string[];
}

/** Answers every typed request of the protocol. A failure carries its reason and what the user can do. */
export function answerRequests(connection: Connection, services: Services): void {
  const { context, outbox, notes, check, library, ignores, openNotes } = services;
  const { host } = context;
  const tellProgress =
    (run: number) =>
    (report: FactCheckReport | PlanReport): void =>
      outbox.factCheckProgress(run, report);

  const answer = <P, R>(
    type: RequestType<P, R, ErrorData>,
    work: (params: P, signal: AbortSignal) => Promise<R>,
  ): void => {
    connection.onRequest(type, async (params, token) => {
      try {
        return await withSignal(token, (signal) => work(params, signal));
      } catch (error) {
        return toResponseError(error);
      }
    });
  };
  const answer0 = <R>(type: RequestType0<R, ErrorData>, work: (signal: AbortSignal) => Promise<R>): void => {
    connection.onRequest(type, async (token) => {
      try {
        return await withSignal(token, work);
      } catch (error) {
        return toResponseError(error);
      }
    });
  };

  answer0(Requests.indexLibrary, (signal) => library.index(signal));
  answer0(Requests.clearLibrary, () => library.clear());
  answer0(Requests.libraryStatus, () => library.status());
  answer(Requests.documentText, async ({ path }) =>
    isRecordFile(path)
      ? { text: await context.texts.read(path) }
      : { text: (await host.use((engine) => engine.documentText(path))).text },
  );
  answer(Requests.factCheck, async ({ text, at, run }, signal) => {
    const onProgress = run === undefined ? undefined : tellProgress(run);
    const report = await host.use((engine) => engine.factCheck(text, signal, onProgress));
    const { rulePages } = context.options;
    if (at) notes.mark(at, (document) => contradictedClaims(document, at.offset, report, rulePages));
    return report;
  });
  answer(Requests.verifyPlan, async ({ uri, run }, signal) => {
    const document = await context.texts.document(uri, signal);
    const { version } = document;
    const request = await check.request(uri, document.getText());
    const onProgress = run === undefined ? undefined : tellProgress(run);
    const report = await host.use((engine) => engine.verifyPlan(request, signal, onProgress));
    notes.mark({ uri, version }, (marked) => failingStep(marked, report, context.options.rulePages));
    return report;
  });
  answer(Requests.exportFactCheck, (params) => Promise.resolve({ text: exportFactCheck(params) }));
  answer(Requests.ask, ({ question }, signal) => host.use((engine) => engine.ask(question, signal)));
  answer(Requests.chat, async (params, signal) => {
    const context = params.note && (await chatContext(params.note, services, signal));
    return host.use((engine) =>
      engine.chat(
        {
          question: params.question,
          history: params.history,
          ...(context && { context }),
          ...(params.again && { again: true }),
          depth: services.context.settings.chatSearch,
        },
        (event) => {
          // What cannot be sent any more, because the client is gone, is dropped.
          connection
            .sendNotification(Notifications.chatEvent, { turn: params.turn, event })
            .catch(() => undefined);
        },
        signal,
      ),
    );
  });
  answer0(Requests.listModels, (signal) => host.use((engine) => engine.listModels(signal)));
  answer0(Requests.modelCapabilities, (signal) => host.use((engine) => engine.modelCapabilities(signal)));
  answer0(Requests.calibrateJudge, (signal) =>
    host.use((engine) =>
      engine.calibrateJudge((done, total) => outbox.calibrationProgress(done, total), signal),
    ),
  );
  answer0(Requests.sentCalls, () => Promise.resolve(context.models.log.all()));

  answer(Requests.checkNote, async ({ uri }, signal) => {
    check.retryLibrary();
    return (await notes.checkNow(uri, signal)).report;
  });
  answer0(Requests.checkAllNotes, (signal) => checkAllNotes(services, signal));
  answer(Requests.report, ({ uri }) => Promise.resolve(notes.get(uri)?.report ?? null));
  answer(Requests.faithfulness, async (params, signal) => {
    const sources = await sourcesOf(params, services, signal);
    const report = await host.use((engine) => engine.scoreFaithfulness(params.text, sources, signal));
    return { ...report, sources: sources.map(({ document }) => document) };
  });

  answer(Requests.importTerminology, (params, signal) =>
    host.use((engine) => engine.importTerminology(params, signal)),
  );

  answer(Requests.useTool, ({ name, input }, signal) => useTool(context, name, input, signal));

  answer(Requests.ignoreFinding, (params) => ignoreFinding(connection, services, params));
  answer0(Requests.ignoredFindings, () => ignores.all(openNotes()));
  answer(Requests.restoreFinding, async ({ fingerprint }) => {
    await ignores.restore(fingerprint, openNotes());
    notes.recheckAll();
  });
}

async function checkAllNotes(
  { context, notes, check }: Services,
  signal: AbortSignal,
): Promise<{ notes: number; findings: number }> {
  check.retryLibrary();
  const paths = await findNotes(context.folders, context.selection, signal);
  const result = { notes: 0, findings: 0 };
  for (const path of paths) {
    throwIfCancelled(signal);
    try {
      const { report } = await notes.checkNow(context.texts.uriOfFile(path), signal);
      result.notes++;
      result.findings += report.findings.length;
    } catch (thrown) {
      const error = toAttestError(thrown);
      if (error.reason === 'cancelled') throw error;
      // One unreadable note must not keep the others from being checked.
      context.log.warn(`${nameOf(uriOf(path))} could not be checked: ${error.message}`);
    }
  }
  return result;
}

async function sourcesOf(
  { uri, text, sources }: TextWithSources,
  { context, check }: Services,
  signal: AbortSignal,
): Promise<SourceText[]> {
  if (sources && sources.length > 0) {
    return Promise.all(
      sources.map(async (source) => {
        const document = await context.texts.document(source, signal);
        return { document: pathOf(source) ?? source, text: document.getText() };
      }),
    );
  }
  // The front matter stands in the document, not in the selection that is scored.
  const whole = context.texts.open(uri)?.getText() ?? text;
  const found = await check.sources(uri, whole, signal);
  if (found.sources.length > 0) return found.sources;
  const problem = found.problems[0];
  throw new AttestError(
    'no-source',
    problem?.message ?? `No source was found for ${nameOf(uri)}.`,
    problem?.advice ?? 'Link one with the command Attest: Link Source….',
  );
}

/** The note that a question is about, with what it was written from; a note without a source goes alone. */
async function chatContext(
  { uri, selection, selectionStart }: NonNullable<ChatParams['note']>,
  { context, check }: Services,
  signal: AbortSignal,
): Promise<ChatContext> {
  const text = (await context.texts.document(uri, signal)).getText();
  const { sources } = await check.sources(uri, text, signal);
  return {
    note: { document: pathOf(uri) ?? uri, text },
    ...(selection !== undefined && { selection }),
    ...(selectionStart !== undefined && { selectionStart }),
    sources,
  };
}
