import { registerHooks } from 'node:module';

// `import … from 'electron'` gives Electron only inside Electron; here it gives the stand-in.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

// Electron says where the files beside the application's archive lie.
const resources = process.env['STAND_IN_RESOURCES'];
if (resources) Object.defineProperty(process, 'resourcesPath', { value: resources });
