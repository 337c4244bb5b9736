import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/ui/Button';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/Field';
import { FieldGroup } from '@/ui/FieldGroup';
import { PasswordInput } from '@/ui/PasswordInput';
import { Segments } from '@/ui/Segments';
import { Sample } from './Sample';

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const;
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export function Controls() {
  const [chosen, setChosen] = useState('one');
  return (
    <>
      {VARIANTS.map((variant) => (
        <Sample key={variant} title={`Button, ${variant}`}>
          <Button variant={variant}>Button</Button>
          <Button variant={variant} size="lg">
            Large
          </Button>
          <Button variant={variant} icon={<Plus size={16} aria-hidden />} shortcut="N">
            With icon and key
          </Button>
          <Button variant={variant} busy>
            Busy
          </Button>
          <Button variant={variant} reason="Only a program manager can do this.">
            With a reason
          </Button>
        </Sample>
      ))}
      <Sample title="Icon buttons">
        <IconButton label="Delete">
          <Trash2 size={16} />
        </IconButton>
        <IconButton label="Add" shortcut="N">
          <Plus size={16} />
        </IconButton>
      </Sample>
      <Sample title="Fields">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field label="Empty" hint="A hint says what is expected.">
            {(control) => <Input placeholder="Placeholder" {...control} />}
          </Field>
          <Field label="With an error" required error="Use 2 to 100 characters.">
            {(control) => <Input defaultValue="x" {...control} />}
          </Field>
          <Field label="Disabled" mark="optional">
            {(control) => <Input defaultValue="Not now" disabled {...control} />}
          </Field>
          <Field label="A long word">{(control) => <Input defaultValue={LONG} {...control} />}</Field>
          <Field label="Choice">
            {(control) => (
              <Select {...control}>
                <option>One</option>
                <option>{LONG}</option>
              </Select>
            )}
          </Field>
          <Field label="Password">
            {(control) => <PasswordInput showLabel="Show" hideLabel="Hide" defaultValue="secret" {...control} />}
          </Field>
          <Field label="Text" hint="Grows with what is written.">
            {(control) => <Textarea {...control} />}
          </Field>
          <FieldGroup label="Several" hint="That answer one question.">
            <Checkbox label="Monday" />
            <Checkbox label="Tuesday" defaultChecked />
          </FieldGroup>
          <FieldGroup label="Several, wrong" error="Choose at least one.">
            <Checkbox label="Wednesday" />
          </FieldGroup>
          <div className="flex flex-col gap-3">
            <Checkbox label="Checked" hint="What it does to people." defaultChecked />
            <Checkbox label="Not checked" />
            <Checkbox label="Disabled" disabled />
          </div>
        </div>
      </Sample>
      <Sample title="Segments">
        <Segments
          label="Segments"
          value={chosen}
          onChange={setChosen}
          options={['one', 'two', 'three'].map((value) => ({ value, label: value }))}
        />
      </Sample>
    </>
  );
}
