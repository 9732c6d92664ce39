import { join } from 'node:path';
import { AttestError } from '../core/errors';
import type { Embedder, GuidelineStore, Verifier } from '../core/ports';
import { builtInTerminology } from '../core/terminology/built-in';
import { withCapitals } from '../core/terminology/capitals';
import { documentIdOf } from '../documents/chunk';
import { chooseVerifier } from '../models/choose-verifier';
import { createMiniLmEmbedder, miniLmFolder, miniLmProfile } from '../models/minilm-embedder';
import { createMiniLmTagger } from '../models/minilm-tagger';
import { ActionJudge } from './judge/action';
import type { StatementJudging } from './judge/statement';
import { ask } from './library/ask';
import { converse } from './chat/converse';
import { textsAhead } from './chat/texts-ahead';
import { NoteChecker } from './note/check';
import type { ClaimTools } from './claims/check';
import { readDictionaries } from './terminology/dictionaries';
import type { Engine, EngineConfig, NoteReport } from './engine';
import { factCheck } from './claims/fact-check';
import type { LibraryAccess } from './library/gather-evidence';
import { importTerminology } from './terminology/import';
import { indexLibrary, removeFolders } from './library/index-folders';
import { ModelAccess } from './language-model/model-access';
import { Lazy } from './lazy';
import { scoreFaithfulness } from './note/score-faithfulness';
import { searchLibrary } from './library/search';
import type { StatementReading } from './note/read-statement';
import { SourceWindows } from './note/source-windows';
import { openStore } from './library/open-store';
import { rememberVectors } from './library/remember-vectors';
import { SourceReader } from './note/source-reader';
import { StoredDocuments } from './library/stored-documents';
import { verify } from './claims/verify';
import { verifyPlan } from './claims/verify-plan';

/**
 * The composition root: the one place where the engine's parts are chosen and put together. It returns at once: the
 * library and the embedded model, with their native code, are loaded when something first needs them, so checking a note
 * against its source loads neither.
 */
export function createEngine({
  library,
  libraryMustExist = false,
  models,
  verifier: choice = {},
  model,
  log,
}: EngineConfig): Promise<Engine> {
  const languageModel = new ModelAccess(model, createMiniLmTagger(join(models, miniLmFolder)));
  const embedder = new Lazy<Embedder>(() => createMiniLmEmbedder({ modelDir: join(models, miniLmFolder) }));
  // The machine's policy may lock what the settings leave open.
  const offlineOnly = choice.offlineOnly === true || languageModel.isLocked;
  const verifier = new Lazy<Verifier | undefined>(() =>
    chooseVerifier({ ...choice, offlineOnly }, models, log),
  );
  const store = new Lazy<GuidelineStore>(() =>
    openStore(library, {
      mustExist: libraryMustExist,
      isLocked: languageModel.isLocked,
      profile: miniLmProfile,
      log,
    }),
  );

  let reader = new SourceReader();
  let checker = checkerFor(reader);
  let dictionariesKey = '';

  const windows = new SourceWindows(() => embedder.get());

  async function reading(): Promise<StatementReading | undefined> {
    const made = await verifier.get();
    return made && { verifier: made, windows, acceptedError: choice.acceptedError };
  }

  function checkerFor(sources: SourceReader): NoteChecker {
    // What checks a note may run by itself, so its judge never asks for agreement.
    const judging = (): StatementJudging | undefined =>
      languageModel.judgesNotes ? { judge: new ActionJudge(languageModel, false), windows } : undefined;
    return new NoteChecker(sources, library === undefined ? undefined : () => store.get(), reading, judging);
  }

  /** The library as it is on disk now. */
  const freshStore = async (): Promise<GuidelineStore> => {
    const fresh = await store.get();
    await fresh.refresh();
    return fresh;
  };

  /** The library as fact-check and ask use it: one look at the disk, then many queries. */
  const openLibrary = async (): Promise<LibraryAccess> => {
    const dependencies = { store: await freshStore(), embedder: await embedder.get() };
    const { store: opened } = dependencies;
    return {
      search: (query, k, signal) => searchLibrary(dependencies, query, { k, onePerSection: true, signal }),
      embed: (texts, signal) => dependencies.embedder.embed(texts, signal),
      neighbours: async ({ documentId, ordinal, section }) => {
        const around = await opened.passages(documentId, ordinal - 1, ordinal + 1);
        const path = JSON.stringify(section);
        return around.filter((one) => one.ordinal !== ordinal && JSON.stringify(one.section) === path);
      },
      terminology: withCapitals(reader.terminology),
    };
  };

  /** What fact-check needs. */
  const claimTools = async (): Promise<ClaimTools> => {
    const opened = await openLibrary();
    const documents = new StoredDocuments(await store.get());
    const catalogue = await (await store.get()).catalogue();
    return {
      // A sentence is looked at for one claim after the other.
      library: { ...opened, embed: rememberVectors(opened.embed) },
      passages: catalogue.reduce((sum, entry) => sum + entry.passages, 0),
      verifier: await verifier.get(),
      acceptedError: choice.acceptedError,
      dateOf: ({ document }) => documents.dateOf(document),
      isVerbatim: (citation) => documents.isVerbatim(citation),
    };
  };

  /** The judge of one action that the user asked for; undefined where no language model is set. */
  const judgeOf = (): ActionJudge | undefined =>
    languageModel.isSet ? new ActionJudge(languageModel, true) : undefined;

  return Promise.resolve({
    async indexLibrary(folders, options) {
      return indexLibrary(
        { store: await store.get(), embedder: () => embedder.get(), log },
        folders,
        options,
      );
    },
    async removeFolders(folders) {
      await removeFolders(await store.get(), folders);
    },
    async clearLibrary() {
      await (await store.get()).asWriter((writer) => writer.clear());
    },
    async libraryStatus() {
      const documents = await (await freshStore()).catalogue();
      return { documents, passages: documents.reduce((sum, entry) => sum + entry.passages, 0) };
    },
    async documentText(path) {
      const held = await (await freshStore()).documentText(documentIdOf(path));
      if (held) return held;
      throw new AttestError(
        'library-missing',
        `The library does not hold ${path}.`,
        'Index the guideline folders again.',
      );
    },
    async search(query, options) {
      const dependencies = { store: await freshStore(), embedder: await embedder.get() };
      if ((await dependencies.store.catalogue()).length === 0) {
        throw new AttestError(
          'library-missing',
          `The library ${library ?? ''} holds no document.`,
          'Index a folder with guidelines first, and check that this is the library you mean.',
        );
      }
      return searchLibrary(dependencies, query, options);
    },
    checkNote: (request, signal) => {
      const check = (): Promise<NoteReport> => checker.check(request, signal);
      // A judge is waited for, and nobody waits for the judge.
      return request.judge === true ? check() : languageModel.first(check);
    },
    factCheck: async (text, signal, onProgress, { offline = false } = {}) =>
      factCheck(
        text,
        { ...(await claimTools()), judge: offline ? undefined : judgeOf() },
        signal,
        onProgress,
      ),
    verifyPlan: async (request, signal, onProgress) =>
      verifyPlan(
        request,
        { ...(await claimTools()), judge: judgeOf(), checkNote: (note, stop) => checker.check(note, stop) },
        signal,
        onProgress,
      ),
    verify: async (evidence, claim, signal) => {
      const tools = {
        verifier: await verifier.get(),
        acceptedError: choice.acceptedError,
        terminology: reader.terminology,
      };
      return verify(evidence, claim, tools, signal);
    },
    scoreFaithfulness: async (summary, sources, signal) =>
      scoreFaithfulness(summary, sources, reader, await reading(), signal),
    ask: async (question, signal) => ask(question, await openLibrary(), signal),
    chat: (request, onEvent, signal) =>
      converse(
        request,
        {
          library: openLibrary,
          models: languageModel,
          reader,
          checkNote: (note, stop) => checker.check(note, stop),
          factCheck: async (text, stop) =>
            factCheck(text, { ...(await claimTools()), judge: judgeOf() }, stop),
        },
        onEvent,
        signal,
      ),
    readAhead: (context, signal) => languageModel.readAhead(() => textsAhead(context, reader), signal),
    listModels: (signal) => languageModel.listModels(signal),
    modelCapabilities: (signal) => languageModel.capabilities(signal),
    calibrateJudge: (onProgress, signal) => languageModel.calibrate(onProgress, signal),
    async useDictionaries(files, signal) {
      const { report, dictionaries, key } = await readDictionaries(files, signal);
      const changed = key !== dictionariesKey;
      if (changed) {
        // What was read and found with the other words is forgotten with them.
        reader = new SourceReader(builtInTerminology.extended(dictionaries));
        checker = checkerFor(reader);
        dictionariesKey = key;
      }
      return { ...report, changed };
    },
    importTerminology,
    async close() {
      await languageModel.close();
      const [madeStore, madeEmbedder, madeVerifier] = await Promise.allSettled([
        store.made(),
        embedder.made(),
        verifier.made(),
      ]);
      if (madeStore.status === 'fulfilled') await madeStore.value?.close();
      if (madeEmbedder.status === 'fulfilled') await madeEmbedder.value?.close();
      if (madeVerifier.status === 'fulfilled') await madeVerifier.value?.close();
    },
  });
}
