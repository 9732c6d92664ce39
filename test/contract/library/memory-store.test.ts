import { createMemoryStore } from '../../../src/library/memory-store';
import { storeContract } from './store-contract';

storeContract('memory', () => Promise.resolve(createMemoryStore()));
