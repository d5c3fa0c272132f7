import { eq, isNull } from 'drizzle-orm';
import type { Logo } from '../../../shared/contract/logos';
import { AppError } from '../../../shared/domain/app-error';
import type { ComponentId } from '../../../shared/domain/ids';
import type { Database } from '../db/open';
import type { Clock } from '../ports';
import { componentTable } from './component-table';
import { logoTable } from './logo-table';
import { readLogo } from './read-logo';

export interface LogoService {
  /** That of the university, then those of components by name. */
  list(): Logo[];
  /** That of a component, else the one of the university. */
  shown(componentId: ComponentId | null): Logo | null;
  /** Throws `invalid-input` (`logo-unusable`) for what cannot be shown, `not-found` for a component that is gone. */
  save(componentId: ComponentId | null, png: string | null): Promise<void>;
}

export interface LogoParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly universityName: () => string;
}

/** The images that stand for the university and for its components, in the database. */
export function createLogoService({ database, clock, universityName }: LogoParts): LogoService {
  const { componentId: owner } = logoTable;
  const ownerIs = (componentId: ComponentId | null) => (componentId === null ? isNull(owner) : eq(owner, componentId));
  const list = (): Logo[] =>
    database.read.orm
      .select({ logo: logoTable, component: componentTable.name })
      .from(logoTable)
      .leftJoin(componentTable, eq(componentTable.id, owner))
      .orderBy(componentTable.nameKey)
      .all()
      .map(({ logo: { componentId, png, width, height }, component }) => ({
        ...{ componentId, width, height },
        owner: component ?? universityName(),
        png: png.toString('base64'),
      }));
  return {
    list,
    shown(componentId) {
      const logos = list();
      const ofOwner = (id: ComponentId | null): Logo | undefined => logos.find((logo) => logo.componentId === id);
      return ofOwner(componentId) ?? ofOwner(null) ?? null;
    },
    save: (componentId, png) =>
      database.write((db) => {
        const bytes = png === null ? null : Buffer.from(png, 'base64');
        const size = bytes && readLogo(bytes);
        db.orm.delete(logoTable).where(ownerIs(componentId)).run();
        if (!bytes || !size) return;
        const isKnown =
          componentId === null ||
          db.orm.select({ id: componentTable.id }).from(componentTable).where(eq(componentTable.id, componentId)).get();
        if (!isKnown) throw new AppError('not-found', `No component has the id ${componentId}.`);
        const updatedAt = clock.now().toISOString();
        db.orm
          .insert(logoTable)
          .values({ componentId, png: bytes, ...size, updatedAt })
          .run();
      }),
  };
}
