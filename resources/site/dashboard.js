// Times as this browser's owner reads them; without this script they are in UTC.
const local = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
for (const time of document.querySelectorAll("time")) time.textContent = local.format(new Date(time.dateTime));
