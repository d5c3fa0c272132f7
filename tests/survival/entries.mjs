const worker = (/** @type {string} */ name, file = 'entry') => `src/main/workers/${name}/${file}.ts`;

/** The programs that the office consists of, by the names under which it looks for them. */
export const survivalEntries = {
  office: 'tests/survival/office.ts',
  converter: 'tests/survival/converter.ts',
  'csv-worker': worker('csv'),
  'write-worker': worker('write'),
  'dashboards-worker': worker('dashboards'),
  'topics-worker': worker('topics'),
  'search-worker': worker('search'),
  'documents-worker': worker('documents'),
  'letters-worker': worker('letters'),
  'match-worker': worker('match'),
  'embed-worker': worker('embed'),
  'embed-process': worker('embed', 'network-entry'),
  'away-process': worker('away'),
  'watched-process': worker('away', 'watched-entry'),
};
