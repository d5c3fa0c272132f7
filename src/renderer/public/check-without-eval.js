// Runs before every module. zod compiles its checks at run time unless this says otherwise, and tries whether it may as soon
// as the first of them is declared: each try is reported against the page's content security policy.
globalThis.__zod_globalConfig = { jitless: true };
