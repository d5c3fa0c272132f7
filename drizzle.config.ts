import { defineConfig } from 'drizzle-kit';

// `npm run db:generate` compares the tables with the last snapshot and writes the next numbered SQL file, which a
// person then reads: STRICT and WITHOUT ROWID are added by hand, because drizzle cannot say them.
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/main/core/db/schema.ts',
  out: './resources/migrations',
});
