import type { Engine, EngineConfig } from '../engine/engine';

/** The composition root, as the server calls it. */
export type CreateEngine = (config: EngineConfig) => Promise<Engine>;

/** One engine with its users: it is closed when it is no longer wanted and the last of them is done. */
interface Instance {
  config: EngineConfig;
  engine: Promise<Engine>;
  users: number;
  wanted: boolean;
}

/** Keeps the engine of the current settings: created on first use, replaced when the library's place or a model changes. */
export class EngineHost {
  #config: EngineConfig;
  #instance: Instance | undefined;

  /** @param prepare what is done with a new engine before it is used */
  constructor(
    private readonly create: CreateEngine,
    config: EngineConfig,
    private readonly prepare: (engine: Engine) => Promise<unknown> = () => Promise.resolve(),
  ) {
    this.#config = config;
  }

  /** Uses another library or model from the next call on; work that is under way ends with the old ones. */
  async configure({
    library,
    model,
    verifier,
  }: Pick<EngineConfig, 'library' | 'model' | 'verifier'>): Promise<void> {
    const before = this.#config;
    const chosen = (config: Pick<EngineConfig, 'model' | 'verifier'>): string =>
      JSON.stringify([config.model?.settings, config.verifier]);
    const same = chosen({ ...(model && { model }), ...(verifier && { verifier }) }) === chosen(before);
    if (library === before.library && same) return;
    this.#config = {
      models: before.models,
      log: before.log,
      ...(library !== undefined && { library }),
      ...(model && { model }),
      ...(verifier && { verifier }),
    };
    await this.#drop();
  }

  /** Runs work with the engine. A creation that fails is tried again by the next call. */
  async use<T>(work: (engine: Engine) => Promise<T> | T): Promise<T> {
    const instance = (this.#instance ??= {
      config: this.#config,
      engine: this.#make(),
      users: 0,
      wanted: true,
    });
    instance.users++;
    try {
      let engine: Engine;
      try {
        engine = await instance.engine;
      } catch (error) {
        if (this.#instance === instance) this.#instance = undefined;
        throw error;
      }
      return await work(engine);
    } finally {
      instance.users--;
      if (!instance.wanted && instance.users === 0) await this.#close(instance);
    }
  }

  async close(): Promise<void> {
    await this.#drop();
  }

  async #make(): Promise<Engine> {
    const engine = await this.create(this.#config);
    await this.prepare(engine);
    return engine;
  }

  async #drop(): Promise<void> {
    const instance = this.#instance;
    this.#instance = undefined;
    if (!instance) return;
    instance.wanted = false;
    if (instance.users === 0) await this.#close(instance);
  }

  async #close(instance: Instance): Promise<void> {
    const engine = await instance.engine.catch(() => undefined); // Its creation has failed before its users.
    await engine?.close();
  }
}
