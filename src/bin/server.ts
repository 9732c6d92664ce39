import { openServer } from './processes';

void openServer();
