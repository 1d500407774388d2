// The bar's "send back" opens the folded form and puts the cursor into the reason.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href="#gw-back"]');
  const fold = document.getElementById("gw-back");
  if (!link || !fold) return;
  event.preventDefault();
  fold.open = true;
  fold.scrollIntoView({ block: "center" });
  fold.querySelector("textarea").focus();
});
