import { toAttestError } from '../../core/errors';
import type { FactCheckReport, LibraryStatus, NoteReport, PlanReport, RequestResult } from '../services';
import { ChatSession } from './chat-session';
import type { FaithfulnessResult, HostMessage, Loadable, PanelModel, Tab } from '../../../webview/protocol';

/**
 * What the panel shows and what it was told, whether or not it is visible: a hidden panel is destroyed by VS Code and
 * gets everything again when it says that it is ready. Knows nothing of VS Code.
 */
export class PanelSession {
  #model: PanelModel = {
    findings: { state: 'empty' },
    factCheck: { state: 'empty' },
    faithfulness: { state: 'empty' },
    chat: [],
    library: { state: 'empty' },
    server: { kind: 'ready' },
  };
  #post: ((message: HostMessage) => void) | undefined;
  #wanted: Extract<HostMessage, { type: 'showTab' }> | undefined;
  #sendQueued = false;

  /** The conversation in the Chat tab. */
  readonly chat = new ChatSession((change) => this.update(change));

  /** The model as it is now. */
  get model(): PanelModel {
    return this.#model;
  }

  /** True while a panel is there to show what is sent. */
  get connected(): boolean {
    return this.#post !== undefined;
  }

  /** The panel is ready: sends it everything, and from now on each change. */
  connect(post: (message: HostMessage) => void): void {
    this.#post = post;
    post({ type: 'model', model: this.#model });
    if (this.#wanted) post(this.#wanted);
    this.#wanted = undefined;
  }

  /** The panel is hidden or gone: nothing is sent until it is ready again. */
  disconnect(): void {
    this.#post = undefined;
  }

  /** Has the panel show a tab, and a finding on it; kept for later while no panel is there. */
  showTab(tab: Tab, finding?: string): void {
    const message: HostMessage = { type: 'showTab', tab, ...(finding !== undefined && { finding }) };
    if (!this.#post) {
      this.#wanted = message;
      return;
    }
    // The tab must not come before the model that it shows.
    this.#send();
    this.#post(message);
  }

  /** Changes parts of the model. Changes of one turn of the event loop are sent together. */
  update(change: Partial<PanelModel>): void {
    this.#model = { ...this.#model, ...change };
    if (this.#sendQueued) return;
    this.#sendQueued = true;
    setTimeout(() => {
      if (this.#sendQueued) this.#send();
    }, 0);
  }

  #send(): void {
    this.#sendQueued = false;
    this.#post?.({ type: 'model', model: this.#model });
  }

  /** A note was checked. */
  showReport(name: string, uri: string, report: NoteReport): void {
    this.update({ findings: { state: 'done', value: { name, uri, report } } });
  }

  /** The note was changed after it was checked. */
  markEdited(uri: string): void {
    const { findings } = this.#model;
    if (findings.state !== 'done' || findings.value.uri !== uri || findings.value.edited) return;
    this.update({ findings: { state: 'done', value: { ...findings.value, edited: true } } });
  }

  /** The library as it is now; only what the panel shows of it is kept. */
  showLibrary(status: LibraryStatus, folders: string[]): void {
    const documents = status.documents.map(({ path, title, format, passages }) => ({
      path,
      title,
      format,
      passages,
    }));
    this.update({ library: { state: 'done', value: { documents, passages: status.passages, folders } } });
  }

  /** The guideline folders were changed. */
  showFolders(folders: string[]): void {
    const { library } = this.#model;
    if (library.state === 'done') {
      this.update({ library: { state: 'done', value: { ...library.value, folders } } });
    }
  }

  /** The indexer has finished. */
  showIndexReport(report: RequestResult<'indexLibrary'>): void {
    this.update({ lastIndex: report });
  }

  /**
   * Follows a fact-check, or the verification of a plan, until it is done, stopped or fails; a later one takes its place. Never
   * throws.
   * @param start starts it; its reports so far come through `onProgress` and are shown while more is to come
   */
  async followFactCheck(
    start: (
      onProgress: (report: FactCheckReport | PlanReport) => void,
    ) => Promise<FactCheckReport | PlanReport>,
  ): Promise<void> {
    let shown: PanelModel['factCheck'] = { state: 'loading' };
    let sofar: FactCheckReport | PlanReport | undefined;
    const show = (factCheck: PanelModel['factCheck']): void => {
      if (this.#model.factCheck !== shown) return;
      shown = factCheck;
      this.update({ factCheck });
    };
    this.update({ factCheck: shown });
    const onProgress = (report: FactCheckReport | PlanReport): void => {
      sofar = report;
      show({ state: 'done', value: report });
    };
    try {
      show({ state: 'done', value: await start(onProgress) });
    } catch (thrown) {
      if (toAttestError(thrown).reason !== 'cancelled') show(failed(thrown));
      else show(sofar ? { state: 'done', value: { ...sofar, stopped: true } } : { state: 'empty' });
    }
  }

  /** The same for *Score Faithfulness*. */
  async followFaithfulness(result: Promise<FaithfulnessResult>): Promise<void> {
    const loading: PanelModel['faithfulness'] = { state: 'loading' };
    this.update({ faithfulness: loading });
    const faithfulness = await settled(result);
    if (this.#model.faithfulness === loading) this.update({ faithfulness });
  }

  /** The same for the state of the library. */
  async followLibrary(status: Promise<LibraryStatus>, folders: () => string[]): Promise<void> {
    const loading: PanelModel['library'] = { state: 'loading' };
    this.update({ library: loading });
    const library = await settled(status);
    if (this.#model.library !== loading) return;
    if (library.state === 'done') this.showLibrary(library.value, folders());
    else this.update({ library });
  }
}

async function settled<T>(work: Promise<T>): Promise<Loadable<T>> {
  try {
    return { state: 'done', value: await work };
  } catch (thrown) {
    return failed(thrown);
  }
}

function failed(thrown: unknown): Extract<Loadable<never>, { state: 'failed' }> {
  const { message, advice } = toAttestError(thrown);
  return { state: 'failed', message, advice };
}
