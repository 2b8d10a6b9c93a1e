import { sectionLabels } from '@shared/labels';
import type { ReactNode } from 'react';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import { type Review, sectionFacts, sectionsInOrder } from '../review-facts';

/** The answers of a person or unit, section by section; `reveal` stands under the one with the masked numbers. */
export function FormSections({ form, reveal }: { form: Review['form']; reveal: ReactNode }) {
  return (
    <>
      {sectionsInOrder
        .filter((section) => form[section])
        .map((section) => (
          <Section key={section} title={sectionLabels[section]?.title ?? section}>
            <Card>
              <KeyValue facts={sectionFacts(form, section)} />
            </Card>
            {section === 'contact' || section === 'people' ? reveal : null}
          </Section>
        ))}
    </>
  );
}
