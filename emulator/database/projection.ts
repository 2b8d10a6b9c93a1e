import { Query } from 'mingo/query';
import { mingoOptions, refuseUnsupported, translating } from './match';
import { type Document, fieldOf } from './values';

type Projection = (document: Document) => Document;

/** Compiles what `field()` sends: fields to keep (1, true) or to leave out (0, false); `_id` stays unless left out. */
export function compileProjection(specification: Document): Projection | undefined {
  if (!Object.keys(specification).length) return undefined;
  refuseUnsupported(specification);
  const everything = new Query<Document>({}, mingoOptions);
  return (document) =>
    translating(() => {
      const [projected = {}] = everything.find<Document>([document], specification).all() as Document[];
      // Mongo answers with `_id` first.
      const id = fieldOf(projected, '_id');
      return id === undefined ? projected : { _id: id, ...projected };
    });
}
