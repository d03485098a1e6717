/** Enter in a field presses the first button of a form: this one, which only keeps what is typed or looks it up. */
export function StayButton() {
  return (
    <button
      type="submit"
      name="press"
      value="stay"
      hidden
      tabIndex={-1}
      formNoValidate
      data-reload-button=""
    />
  );
}
