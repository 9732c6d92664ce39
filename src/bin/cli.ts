import { openCommandLine } from './processes';

void openCommandLine();
