// The little of WebAssembly that is used here. TypeScript declares it with the DOM only, which main must not see.
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** By so many pages of 64 KiB; buffers taken before are empty then. */
    grow(pages: number): number;
  }
  interface Module {
    readonly [Symbol.toStringTag]?: string;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  const Memory: new (descriptor: { readonly initial: number }) => Memory;
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  const Instance: new (module: Module, imports: { readonly host: { readonly memory: Memory } }) => Instance;
}
