/**
 * @peculiar/x509 wants the three functions of the `reflect-metadata` proposal before it is loaded. They are
 * given here (nothing else needs them), and the library is imported after that: in a bundle a static import
 * of a package runs before our own code.
 */
type Target = object;
type MetadataReflect = typeof Reflect & {
  defineMetadata?: (key: unknown, value: unknown, target: Target, property?: PropertyKey) => void;
  getOwnMetadata?: (key: unknown, target: Target, property?: PropertyKey) => unknown;
  getMetadata?: (key: unknown, target: Target, property?: PropertyKey) => unknown;
};

export type CertificateLibrary = typeof import('@peculiar/x509');

let loaded: Promise<CertificateLibrary> | undefined;

export function loadCertificateLibrary(): Promise<CertificateLibrary> {
  loaded ??= import('@peculiar/x509');
  return loaded;
}

const CLASS = Symbol('class');
const kept = new WeakMap<Target, Map<PropertyKey, Map<unknown, unknown>>>();

function ownMetadata(key: unknown, target: Target, property: PropertyKey = CLASS): unknown {
  return kept.get(target)?.get(property)?.get(key);
}

function inheritedMetadata(key: unknown, target: Target, property: PropertyKey = CLASS): unknown {
  for (let at: Target | null = target; at !== null; at = Object.getPrototypeOf(at)) {
    const value = ownMetadata(key, at, property);
    if (value !== undefined) return value;
  }
  return undefined;
}

function defineMetadata(key: unknown, value: unknown, target: Target, property: PropertyKey = CLASS): void {
  const properties = kept.get(target) ?? new Map<PropertyKey, Map<unknown, unknown>>();
  kept.set(target, properties);
  const values = properties.get(property) ?? new Map<unknown, unknown>();
  properties.set(property, values);
  values.set(key, value);
}

const reflect: MetadataReflect = Reflect;
reflect.defineMetadata ??= defineMetadata;
reflect.getOwnMetadata ??= ownMetadata;
reflect.getMetadata ??= inheritedMetadata;
