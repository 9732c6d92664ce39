// LanceDB writes warnings of its own making to stderr (one per keyword search, about a future version). It reads this
// variable when it is loaded, so this module is imported before it; a developer who sets the variable is obeyed.
process.env['LANCEDB_LOG'] ??= 'error';
