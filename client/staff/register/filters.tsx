import { cities } from '@shared/cities';
import type { Input } from '@shared/endpoints';
import { memberKindLabels, standingLabels } from '@shared/labels';
import { categoryLabels } from '@shared/membership/register-labels';
import { useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice, type Option } from '../../components/choice';
import { CityPicker } from '../../components/city-picker';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';

export type Filter = Pick<Input<'membership.members'>, 'city' | 'kind' | 'standing' | 'category'>;

const optionsOf = (labels: Readonly<Record<string, string>>): readonly Option[] => [
  { value: '', label: '不限' },
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
];

/** What a filter says in words: 南京市、单位会员、在籍; empty when nothing is chosen. */
export function filterInWords({ city, kind, standing, category }: Filter): string {
  const cityName = city ? (cities as Readonly<Record<string, string>>)[city] : undefined;
  const words = [
    cityName,
    kind && memberKindLabels[kind],
    category && categoryLabels[category],
    standing && standingLabels[standing],
  ];
  return words.filter(Boolean).join('、');
}

/** Chooses which members a list shows. */
export function FilterSheet({
  filter,
  onApply,
  onClose,
}: {
  filter: Filter;
  onApply: (filter: Filter) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Filter>(filter);
  const choose = (part: keyof Filter) => (value: string) => setChosen({ ...chosen, [part]: value === '' ? undefined : value });
  return (
    <Sheet
      title="筛选会员"
      onClose={onClose}
      footer={
        <BottomBar>
          <Button id="clear-filter" kind="secondary" onTap={() => onApply({})}>
            清除筛选
          </Button>
          <Button id="apply-filter" onTap={() => onApply(chosen)}>
            查看会员
          </Button>
        </BottomBar>
      }
    >
      <Field name="city" label="所属城市" optional>
        <CityPicker cities={cities} value={chosen.city ?? ''} onChange={choose('city')} />
      </Field>
      <Field name="kind" label="会员类别">
        <Choice layout="chips" value={chosen.kind ?? ''} onChange={choose('kind')} options={optionsOf(memberKindLabels)} />
      </Field>
      {chosen.kind === 'individual' ? null : (
        <Field name="category" label="单位类型">
          <Choice
            layout="chips"
            value={chosen.category ?? ''}
            onChange={choose('category')}
            options={optionsOf(categoryLabels)}
          />
        </Field>
      )}
      <Field name="standing" label="会籍状态">
        <Choice layout="chips" value={chosen.standing ?? ''} onChange={choose('standing')} options={optionsOf(standingLabels)} />
      </Field>
    </Sheet>
  );
}
